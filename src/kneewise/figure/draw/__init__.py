"""From a stance to outlines on the page: a camera, the edges of limbs, and layers that share one outline."""
