"""Characters that no page may hold."""

import re

_ODD = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028-\u202e\ufffe\uffff]")

_LINE_ENDS = (0x85, 0x2028, 0x2029)


def odd_character(text: str) -> tuple[int, str, str] | None:
    """Where in `text` the first odd character stands, what it is, and what would mend it.

    Control characters (HTML and XML allow none but tab and line ends), and those that turn the
    direction of writing until further notice, so that a line is read otherwise than it is.
    """
    found = _ODD.search(text)
    if not found:
        return None
    code = ord(found[0])
    if code in _LINE_ENDS:
        message = (
            f"the character U+{code:04X} here ends a line for some programs and not for others"
        )
        return found.start(), message, "begin a new line instead, or take it out"
    if code == 0:
        return found.start(), "there is a NUL character here", "take it out"
    if 0x202A <= code <= 0x202E:
        message = f"the character U+{code:04X} here changes the direction of what follows"
        return found.start(), message, "take it out; U+2066 to U+2069 set a stretch apart"
    return found.start(), f"there is a control character here (U+{code:04X})", "take it out"


def without_odd_characters(text: str) -> str:
    """`text` with a space for those that part words, and without the others."""
    return _ODD.sub(lambda found: " " if found[0].isspace() else "", text)
