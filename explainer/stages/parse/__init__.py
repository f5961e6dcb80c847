"""parse: what the writers said, each thing knowing its file and line."""

from explainer.stages.parse.site import parse_site

__all__ = ["parse_site"]
