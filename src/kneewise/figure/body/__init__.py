"""The runner before it is drawn: who it is, how it is posed, where its joints and its skin come to lie."""
