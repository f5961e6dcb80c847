"""The tags of a piece of a page, as a browser would see them."""

import re
from collections.abc import Collection
from html.parser import HTMLParser

_VOID = ("br", "hr")


class Tags(HTMLParser):
    """Reads HTML and notes every tag and attribute that is not among those allowed."""

    def __init__(self, html: str, elements: Collection[str], attributes: Collection[str]) -> None:
        super().__init__(convert_charrefs=True)
        self.elements, self.attributes = elements, attributes
        self.found: list[str] = []
        self.open: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in self.elements:
            self.found.append(f"<{tag}>")
        for name, value in attrs:
            if name not in self.attributes or _is_live(name, value or ""):
                self.found.append(f"{name}={value}")
        if tag not in _VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        if self.open and self.open[-1] == tag:
            self.open.pop()
        else:
            self.found.append(f"</{tag}> within {self.open[-2:]}")

    def handle_comment(self, data: str) -> None:
        self.found.append(f"<!--{data}")

    def handle_decl(self, decl: str) -> None:
        self.found.append(f"<!{decl}")

    def unknown_decl(self, data: str) -> None:
        self.found.append(f"<![{data}")

    def handle_pi(self, data: str) -> None:
        self.found.append(f"<?{data}")


def _is_live(name: str, value: str) -> bool:
    """Whether the attribute runs something, or leads where no page may lead."""
    if name.startswith("on") or name == "style":
        return True
    plain = re.sub(r"[\x00-\x20]", "", value).lower()
    if name == "href":
        return not re.match(r"https?:|mailto:|#", plain)
    return "javascript:" in plain or ("url(" in plain and not re.search(r"url\(#", plain))
