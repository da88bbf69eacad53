"""The Django project: settings, addresses, and the door for a web server."""
