"""Quotations that are parted by who said them."""

from pathlib import Path

import pytest

from explainer.checks import check_site
from explainer.stages.parse import parse_site
from explainer.stages.read import read_sources

TWO = (
    "[{text: the gates had kept the eels out for a century, speaker: river-trust}, "
    "{text: now they may come home, speaker: river-trust}]"
)
ONE = "[{text: the gates had kept the eels out for a century, speaker: river-trust}]"


@pytest.mark.parametrize(
    ("text", "problems"),
    [
        (
            "“The gates had kept the eels out for a century,” said the river trust, “now they may "
            "come home.”",
            0,
        ),
        (
            "“The gates had kept the eels out,” said the river trust, “but now they may come home.”",
            1,
        ),
        (
            "“The gates had kept the eels out for a century,” said the river trust, “home.”",
            1,
        ),
    ],
)
def test_two_quotations_of_one_speaker_may_stand_around_who_says_them(
    small: Path, text: str, problems: int
) -> None:
    record = small / "seeds/ashby-weir.yaml"
    record.write_text(record.read_text("utf-8").replace(ONE, TWO), "utf-8")
    section = small / "content/sections/10-why.md"
    old = "“The gates had kept the eels out for a century,”\nthe river trust said."
    assert old in section.read_text("utf-8")
    section.write_text(section.read_text("utf-8").replace(old, text), "utf-8")
    found = check_site(parse_site(read_sources(small)))
    assert len([problem for problem in found if problem.check == "quotations"]) == problems
