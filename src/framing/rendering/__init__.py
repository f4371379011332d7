"""Scored documents as JSON Lines, CSV, text for a terminal, and HTML for a notebook; each a function of the records."""
