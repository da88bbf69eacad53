"""Finding the words: a decision becomes text or JSON. Nothing here decides."""
