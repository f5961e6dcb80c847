"""The last forms: what is to be set, and files as they are written."""

import hashlib
from dataclasses import dataclass, field

from explainer.model.pages import Page


@dataclass(frozen=True, slots=True)
class PageFile:
    """A page and its address."""

    address: str
    page: Page


@dataclass(frozen=True, slots=True)
class DataFile:
    """A text file no template has a part in."""

    path: str
    text: str


@dataclass(frozen=True, slots=True)
class Facts:
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
    is_redirect: bool


@dataclass(frozen=True, slots=True)
class OutputFile:
    """A file of the finished site."""

    path: str
    """Below output/, with forward slashes."""
    content: bytes
    facts: Facts | None = None
    """Of an HTML page; None for other files."""
    sha256: str = field(init=False)
    """Of `content`, in hexadecimal."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "sha256", hashlib.sha256(self.content).hexdigest())
