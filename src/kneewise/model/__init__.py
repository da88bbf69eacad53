"""The nouns: frozen values that every layer shares. Units are in the names; missing is ``None``."""
