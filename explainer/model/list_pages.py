"""The fourth form of pages that list: every term, every event, everything that was said.

Pages of one thing are in `pages.py`, with `Page`, which is any of them all.
"""

from dataclasses import dataclass

from explainer.model.card_views import DealingRow, EraGroup, FieldGroup, Letter, SideGroup
from explainer.model.chart_views import ChartView
from explainer.model.views import Html, PassageView, Shell, SourceCard, Speaker


@dataclass(frozen=True, slots=True)
class GlossaryPage:
    shell: Shell
    letters: tuple[Letter, ...]
    fields: tuple[FieldGroup, ...]


@dataclass(frozen=True, slots=True)
class ActorsPage:
    shell: Shell
    sides: tuple[SideGroup, ...]
    picture: Html
    picture_narrow: Html
    dealings: tuple[DealingRow, ...]


@dataclass(frozen=True, slots=True)
class TimelinePage:
    shell: Shell
    eras: tuple[EraGroup, ...]
    kinds: tuple[str, ...]
    sides: tuple[str, ...]
    picture: Html
    picture_narrow: Html


@dataclass(frozen=True, slots=True)
class ChartsPage:
    shell: Shell
    charts: tuple[ChartView, ...]


@dataclass(frozen=True, slots=True)
class ClaimsPage:
    shell: Shell
    passages: tuple[PassageView, ...]
    sides: tuple[str, ...]
    """Those somebody speaks for; publications are of none."""
    speakers: tuple[Speaker, ...]
    statuses: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SourcesPage:
    shell: Shell
    seeds: tuple[SourceCard, ...]
    references: tuple[SourceCard, ...]
    later: tuple[SourceCard, ...]


@dataclass(frozen=True, slots=True)
class Question:
    href: str
    question: str
    answer: Html
    is_later: bool


@dataclass(frozen=True, slots=True)
class AskPage:
    shell: Shell
    questions: tuple[Question, ...]


@dataclass(frozen=True, slots=True)
class SearchEntry:
    href: str
    name: str
    also: str
    """Other names, to be found by."""
    kind: str
    hint: str
    is_later: bool


@dataclass(frozen=True, slots=True)
class SearchGroup:
    kind: str
    entries: tuple[SearchEntry, ...]


@dataclass(frozen=True, slots=True)
class SearchPage:
    shell: Shell
    groups: tuple[SearchGroup, ...]
