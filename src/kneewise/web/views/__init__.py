"""One view an address: read the request, call one use case, set the page."""
