"""Words as part of an address."""

import re
import unicodedata


def slug(text: str) -> str:
    """`text` in a–z, 0–9 and hyphens; empty when nothing of it is left."""
    plain = (
        unicodedata.normalize("NFKD", text.replace("ß", "ss")).encode("ascii", "ignore").decode()
    )
    return re.sub(r"[^a-z0-9]+", "-", plain.lower().replace("'", "")).strip("-")
