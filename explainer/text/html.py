"""Text as HTML."""


def escape(text: str) -> str:
    """`text` for HTML, between tags or in a quoted attribute."""
    return (
        text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")
    )
