"""Cases a writer can read: a title, what is given, and what comes of it, with a dot between.

The name of the case
.
given
.
outcome
.
"""

from dataclasses import dataclass
from pathlib import Path

CASES = Path(__file__).parent / "cases"


@dataclass(frozen=True, slots=True)
class Case:
    """One case: its title and its parts in order, without the dots."""

    title: str
    parts: tuple[str, ...]

    def __str__(self) -> str:
        return self.title


def read_cases(name: str, parts: int) -> list[Case]:
    """The cases of tests/cases/`name`, each of `parts` parts after its title."""
    text = (CASES / name).read_text(encoding="utf-8")
    stretches = [stretch.strip("\n") for stretch in f"\n{text}".split("\n.\n")]
    each = parts + 1
    assert len(stretches) % each == 1, f"{name}: a case has a title and {parts} parts"
    assert not stretches[-1].strip(), f"{name}: end the last case with a dot"
    return [
        Case(stretches[i].strip(), tuple(stretches[i + 1 : i + each]))
        for i in range(0, len(stretches) - 1, each)
    ]
