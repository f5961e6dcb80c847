"""compose: pages from a linked site, each complete, decided and sorted."""

from explainer.stages.compose.counts import counted
from explainer.stages.compose.desk import World
from explainer.stages.compose.pages import (
    compose_chart_pages,
    compose_files,
    compose_pages,
    world_of,
)

__all__ = ["World", "compose_chart_pages", "compose_files", "compose_pages", "counted", "world_of"]
