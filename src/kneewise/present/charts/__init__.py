"""Charts as geometry that a template writes into SVG; a run's, the steps' and the questions'."""
