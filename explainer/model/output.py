"""The last forms: what is to be set, and files as they are written."""

import hashlib
from functools import cached_property

from explainer.model.form import Form
from explainer.model.pages import Page


class PageFile(Form, frozen=True):
    """A page and its address."""

    address: str
    page: Page


class DataFile(Form, frozen=True):
    """A text file no template has a part in."""

    path: str
    text: str


class Facts(Form, frozen=True):
    """What `audit` asks of an HTML page."""

    ids: tuple[str, ...]
    """With repetitions."""
    links: tuple[str, ...]
    """Addresses of links, styles, scripts and pictures, as they stand."""
    headings: tuple[int, ...]
    """Their levels in order."""
    landmarks: tuple[str, ...]
    """`main`, `nav`, `header`, `footer`, with repetitions."""
    language: str
    title: str
    images_without_alt: int
    inline: tuple[str, ...]
    """Scripts, styles and handlers that stand in the page itself, without repetitions: `onclick`."""
    fetched: tuple[str, ...]
    """Addresses on other servers that a browser would ask by itself, without repetitions."""
    is_redirect: bool
    template: str = ""
    """The one it was set with."""


class OutputFile(Form, frozen=True, dict=True):
    """A file of the finished site."""

    path: str
    """Below output/, with forward slashes."""
    content: bytes
    facts: Facts | None = None
    """Of an HTML page; None for other files."""

    @cached_property
    def sha256(self) -> str:
        """Of `content`, in hexadecimal."""
        return hashlib.sha256(self.content).hexdigest()
