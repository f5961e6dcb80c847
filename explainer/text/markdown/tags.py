"""The tags that blocks open and close."""

from markdown_it.token import Token

from explainer.text.html import escape

_CLASSES = {"left": "start", "center": "center", "right": "end"}


def opening(token: Token) -> str:
    """The tag or tags `token` opens, without the inline styles tables would carry."""
    kind = token.type
    if token.hidden:
        return ""
    if kind == "table_open":
        return '<div class="table-scroll" tabindex="0"><table>\n'
    if kind == "alert_open":
        return f'<div class="alert alert-{escape(token.meta["kind"].lower())}">\n'
    if kind == "alert_title_open":
        return '<p class="alert-title">'
    if kind == "footnote_block_open":
        return '<section class="footnotes"><ol>\n'
    if kind == "footnote_open":
        return f'<li id="fn-{token.meta["id"] + 1}">'
    if kind in ("th_open", "td_open"):
        side = str(token.attrGet("style") or "").removeprefix("text-align:")
        scope = ' scope="col"' if kind == "th_open" else ""
        return f'<{token.tag}{scope} class="{_CLASSES[side]}">' if side else f"<{token.tag}{scope}>"
    start = token.attrGet("start")
    return f'<{token.tag} start="{int(start)}">' if start else f"<{token.tag}>"


def closing(token: Token) -> str:
    """The tag or tags `token` closes."""
    if token.hidden:
        return ""
    special = {
        "table_close": "</table></div>\n",
        "alert_close": "</div>\n",
        "footnote_block_close": "</ol></section>\n",
        "footnote_close": "</li>\n",
    }
    inline = token.type in ("th_close", "td_close")
    return special.get(token.type) or f"</{token.tag}>{'' if inline else chr(10)}"
