"""The page: server-rendered, works without scripts, listens on this computer only."""
