"""Everything the page can do, for programs: each call is one use case, and one shape of ``present``."""
