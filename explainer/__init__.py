"""Turns one article's record, Markdown and YAML into an explainer a reader can check."""

import os

__version__ = "0.1.0"

# pydantic would look through all installed packages for plug-ins of its own, and none is wanted.
os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "true")
