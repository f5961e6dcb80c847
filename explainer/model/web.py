"""Addresses on the web, as far as records and prose have to know them."""

from urllib.parse import urlsplit


def names_a_server(address: str) -> bool:
    """Whether `address`, of https: or http:, says which server to ask, and where."""
    try:
        parts = urlsplit(address)
        return bool(parts.hostname) and parts.port != 0
    except ValueError:
        # Brackets of an IPv6 address that do not close, and ports that are no number.
        return False
