"""The third form: the same site with every link in place, and who leads where."""

from collections.abc import Mapping

from explainer.model.form import Form
from explainer.model.passages import Passage, Source
from explainer.model.prose import PassageRef
from explainer.model.record import Record
from explainer.model.site import Site


class LinkedSite(Form, frozen=True):
    """A site whose texts hold every link, by hand and by itself, to an id that exists."""

    site: Site
    records: Mapping[str, Record]
    """By id."""
    mentions: Mapping[str, tuple[str, ...]]
    """Ids of the records whose texts link to a record, by its id; in reading order."""
    uses: Mapping[PassageRef, tuple[str, ...]]
    """Ids of the records that rest on a passage; in reading order."""
    passages: Mapping[PassageRef, tuple[Source, Passage]]
    """By every form a citation may take."""
