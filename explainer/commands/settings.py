"""What commands ask of site.yaml without reading the rest of the site."""

from pathlib import Path

from explainer.model.site import Settings
from explainer.stages.parse.settings import parse_settings
from explainer.stages.read import read_settings


def settings_of(root: Path) -> Settings | None:
    """What site.yaml says; None when it cannot be read, which a build or a check tells."""
    file = read_settings(root)
    return next(iter(parse_settings(file).records), None) if file else None


def base_url_of(root: Path) -> str:
    """Where the site will be read; empty when that cannot be known yet."""
    settings = settings_of(root)
    return settings.base_url if settings else ""
