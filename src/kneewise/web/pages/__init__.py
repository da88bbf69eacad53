"""What each page shows, as plain values: decisions become words here, and templates only set them."""
