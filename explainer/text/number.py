"""A number as text has it."""

from explainer.model.form import Form


class Number(Form, frozen=True):
    """A number in a text."""

    text: str
    """As written, with its unit and what limits it: `almost seven hours`."""
    start: int
    end: int
    low: float | None
    """In full: 34 billion is 34e9. None for a vague magnitude."""
    high: float | None
    """Equals `low` but for a range."""
    unit: str = ""
    """`%`, `points`, `usd`, `day`, `clock`, `share` … ; empty when no known one follows."""
    is_ordinal: bool = False
    sign: int = 0
    """-1 for a minus or a fall, 1 for a rise, 0 when nothing says."""
    bound: str = ""
    """`under` for `almost seven`, `over`, `about`, or empty."""
    magnitude: str = ""
    """The same for every spelling of a vague one: `ten billion` for `tens of billions`."""
    parts: tuple["Number", ...] = ()
    """Of `four in five` the four and the five, which a record may have one by one."""
