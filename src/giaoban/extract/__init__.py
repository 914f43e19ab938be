"""Propose rows of figures from Vietnamese prose, for the analyst to confirm."""
