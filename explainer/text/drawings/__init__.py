"""Pictures drawn by hand: each a function of small values, as SVG in the page's own colours."""
