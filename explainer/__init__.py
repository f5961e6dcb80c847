"""Turns one article's record, Markdown and YAML into an explainer a reader can check."""

__version__ = "0.1.0"
