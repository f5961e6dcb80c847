"""Pure tools over text, each the one door to an outside library."""
