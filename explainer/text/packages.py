"""Packages that a site can do without."""

from importlib import metadata


def installed_version(package: str) -> str:
    """The version of `package`; empty when it is not installed."""
    try:
        return metadata.version(package)
    except metadata.PackageNotFoundError:
        return ""
