"""One file per use case: the only place where what is stored and what is decided meet."""
