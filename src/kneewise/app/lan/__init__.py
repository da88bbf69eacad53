"""A phone on the same network: who is answered, by which certificate, and how a phone is let in."""
