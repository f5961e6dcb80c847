"""compose: pages from a linked site, each complete, decided and sorted."""

from explainer.stages.compose.counts import counts
from explainer.stages.compose.pages import compose_pages

__all__ = ["compose_pages", "counts"]
