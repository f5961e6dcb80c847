"""The fourth form of pages that list: every term, every event, everything that was said.

Pages of one thing are in `pages.py`, with `Page`, which is any of them all.
"""

from explainer.model.card_views import DealingRow, EraGroup, FieldGroup, Letter, SideGroup
from explainer.model.chart_views import ChartView
from explainer.model.form import Form
from explainer.model.views import Html, PassageView, Shell, SourceCard


class GlossaryPage(Form, frozen=True):
    shell: Shell
    letters: tuple[Letter, ...]
    fields: tuple[FieldGroup, ...]


class ActorsPage(Form, frozen=True):
    shell: Shell
    sides: tuple[SideGroup, ...]
    picture: Html
    picture_narrow: Html
    dealings: tuple[DealingRow, ...]


class TimelinePage(Form, frozen=True):
    shell: Shell
    eras: tuple[EraGroup, ...]
    kinds: tuple[str, ...]
    sides: tuple[str, ...]
    picture: Html
    picture_narrow: Html


class ChartsPage(Form, frozen=True):
    shell: Shell
    charts: tuple[ChartView, ...]


class ClaimsPage(Form, frozen=True):
    shell: Shell
    passages: tuple[PassageView, ...]
    sides: tuple[str, ...]
    """Those somebody speaks for; publications are of none."""
    speakers: tuple[str, ...]
    statuses: tuple[str, ...]


class SourcesPage(Form, frozen=True):
    shell: Shell
    seeds: tuple[SourceCard, ...]
    references: tuple[SourceCard, ...]
    later: tuple[SourceCard, ...]


class Question(Form, frozen=True):
    href: str
    question: str
    answer: Html
    is_later: bool


class AskPage(Form, frozen=True):
    shell: Shell
    questions: tuple[Question, ...]


class SearchEntry(Form, frozen=True):
    href: str
    name: str
    also: str
    """Other names, to be found by."""
    kind: str
    hint: str
    is_later: bool


class SearchGroup(Form, frozen=True):
    kind: str
    entries: tuple[SearchEntry, ...]


class SearchPage(Form, frozen=True):
    shell: Shell
    groups: tuple[SearchGroup, ...]
