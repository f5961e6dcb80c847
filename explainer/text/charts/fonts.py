"""The fonts that words of charts are measured with: those vl-convert carries, and none of the system's.

With the system's a word would be wider on one machine than on another, and for a font of the same name
its file would be opened anew for each word.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

NO_FONTS = {"FONTCONFIG_FILE": str(Path(__file__).with_name("fonts.conf"))}
"""Has whoever asks fontconfig find none. Windows and macOS look for fonts otherwise."""


@contextmanager
def carried_fonts() -> Iterator[None]:
    """No others are found while the block runs; afterwards all is as it was, for browsers need theirs."""
    before = {name: os.environ.get(name) for name in NO_FONTS}
    os.environ |= NO_FONTS
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                del os.environ[name]
            else:
                os.environ[name] = value
