"""suggest: what a writer may mend. It keeps no site from being built."""

from collections.abc import Callable
from pathlib import Path

import pytest

from explainer.commands.suggest import suggest
from tests.commands.run import run

Edit = Callable[[str, str, str], None]
WHY = "content/sections/10-why.md"
BODY = "In the first night 40 eels were counted above it. [@p3]"


def told(site: Path, capsys: pytest.CaptureFixture[str]) -> str:
    """What `suggest` says of `site`."""
    assert suggest(site) == 0
    return capsys.readouterr().out


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ("The wierwork was open.", "“wierwork” is nearly “weir”"),
        ("The River-Trust spoke.", "“River-Trust” is nearly “Ashby River Trust”"),
        ("It was for the River Trust.", "“River Trust” is nearly “Ashby River Trust”"),
    ],
)
def test_a_name_but_for_a_hyphen_a_capital_or_a_letter_is_a_near_miss(
    words: str, message: str, small: Path, edit: Edit, capsys: pytest.CaptureFixture[str]
) -> None:
    edit(WHY, BODY, f"{words} [@p3] {BODY}")
    edit("content/glossary/river.yaml", "  name: weir\n", "  name: weir\n  aliases: [weirwork]\n")
    text = told(small, capsys)
    assert message in text
    assert f"{WHY}:15:" in text


def test_other_words_are_no_near_miss(
    small: Path, edit: Edit, capsys: pytest.CaptureFixture[str]
) -> None:
    edit(WHY, BODY, f"They were weird; the feel of wire, trusting in rivers. [@p3] {BODY}")
    assert "near misses" not in told(small, capsys)


def test_a_kind_that_is_nearly_that_of_other_events_is_told(
    small: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    timeline = small / "content/timeline.yaml"
    _, first = timeline.read_text().split("events:\n")
    again = [first.replace("opening", id) for id in ("closing", "flood", "repair")]
    again[1] = again[1].replace("kind: works", "kind: weather")
    again[2] = again[2].replace("kind: works", "kind: work")
    timeline.write_text("events:\n" + first + "".join(again))
    text = told(small, capsys)
    assert (
        "content/timeline.yaml:24:9: `work` is the kind of this event alone, `works` that of 2 others\n"
        in text
    )
    assert "`weather`" not in text


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("In the first night 40 eels and 14 pike were counted.", ""),
        ("In the first night 14 eels and 40 pike were counted.", "`14` stands where"),
        ("Of pike there were 40. The eels came to 14.", "`40` stands where"),
        ("It was 14, and 40.", ""),
    ],
)
def test_two_numbers_that_may_have_changed_places_are_told(
    words: str, expected: str, small: Path, edit: Edit, capsys: pytest.CaptureFixture[str]
) -> None:
    pike = "{text: 14 pike, value: 14, about: pike counted above the weir}"
    edit("seeds/ashby-weir.yaml", "above the weir}]", f"above the weir}}, {pike}]")
    edit(WHY, BODY, f"{words} [@p3]\n\n{BODY}")
    text = told(small, capsys)
    assert ("changed places" in text) == bool(expected)
    assert expected in text


def test_a_name_in_several_places_without_a_record_is_told_once(
    small: Path, edit: Edit, capsys: pytest.CaptureFixture[str]
) -> None:
    edit(
        WHY,
        BODY,
        f"Ada Fenn of the DNRE spoke. [@p3]\n\nAda Fenn left, and the DNRE closed. [@p3] {BODY}",
    )
    text = told(small, capsys)
    assert "“Ada Fenn” stands in 2 places" in text
    assert "“DNRE” stands in 2 places" in text
    assert text.count("“Ada Fenn”") == 1


def test_a_wording_that_two_records_have_is_ambiguous(
    small: Path, edit: Edit, capsys: pytest.CaptureFixture[str]
) -> None:
    edit("content/glossary/river.yaml", "  name: weir\n", "  name: weir\n  by_hand: [barrier]\n")
    edit("content/glossary/river.yaml", "  name: eel\n", "  name: eel\n  by_hand: [barrier]\n")
    edit(WHY, BODY, f"The barrier was gone. [@p3] {BODY}")
    text = told(small, capsys)
    assert "“barrier” may be `weir` or `eel`" in text
    edit(WHY, "The barrier was", "The [[weir|barrier]] was")
    assert "ambiguous" not in told(small, capsys)


def test_a_paragraph_full_of_links_is_told(
    small: Path, edit: Edit, capsys: pytest.CaptureFixture[str]
) -> None:
    terms = "".join(
        f"- {{id: {name}, name: {name}, meaning: 'A thing. {{context}}'}}\n"
        for name in ("sluice", "trap", "ladder", "gauge")
    )
    edit("content/glossary/river.yaml", "- id: weir", terms + "- id: weir")
    edit(
        WHY, BODY, f"{BODY}\n\nA sluice, trap, ladder, gauge and [[eel|eels]] [[weir|here]]. [@p3]"
    )
    assert "6 links in 14 words" in told(small, capsys)


def test_a_long_sentence_is_told_and_two_short_ones_are_not(
    small: Path, edit: Edit, capsys: pytest.CaptureFixture[str]
) -> None:
    clause = "the river rose and the town below it waited for the night to pass in silence"
    edit(WHY, BODY, f"That night {clause}, and {clause}, and {clause}. [@p3]\n\n{BODY}")
    text = told(small, capsys)
    assert "a sentence of 52 words: “That night the river rose and …”" in text
    edit(
        WHY,
        f", and {clause}, and {clause}.",
        f". In 2024 {clause}, all 0.6. In 2023 {clause}. On day 3. {clause.capitalize()}.",
    )
    assert "a sentence of" not in told(small, capsys)


def test_a_year_tells_which_number_belongs_to_it(
    small: Path, edit: Edit, capsys: pytest.CaptureFixture[str]
) -> None:
    salmon = (
        "{text: 410 salmon, value: 410, period: 2024}, {text: 90 salmon, value: 90, about: in 2009}"
    )
    edit("seeds/ashby-weir.yaml", "above the weir}]", f"above the weir}}, {salmon}]")
    edit(
        "seeds/ashby-weir.yaml",
        "status: fact\n  figures",
        "status: fact\n  dates: [{text: a, date: 2009}, {text: b, date: 2024}]\n  figures",
    )
    edit(WHY, BODY, f"There were 90 in 2009 and only 410 in 2024. [@p3]\n\n{BODY}")
    assert "changed places" not in told(small, capsys)
    edit(WHY, "90 in 2009 and only 410", "410 in 2009 and only 90")
    assert "`410` stands where one would expect `90`" in told(small, capsys)


def test_heavy_words_have_plain_ones_and_quotations_are_left_alone(
    small: Path, edit: Edit, capsys: pytest.CaptureFixture[str]
) -> None:
    edit(
        WHY,
        BODY,
        f"They utilised a net in order to count; “we leverage robust nets.” [@p3]\n\n{BODY}",
    )
    text = told(small, capsys)
    assert "“utilised” is heavy\n    say use" in text
    assert "“in order to” is heavy\n    say to" in text
    assert "robust" not in text
    assert "leverage" not in text


def test_words_and_quotations_are_counted_by_side(
    small: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = told(small, capsys)
    assert "balance of the sections" in text
    (locals_,) = [line for line in text.split("\n") if line.strip().startswith("People of Ashby")]
    words, _share, quotations, statements = locals_.split()[-4:]
    assert int(words) > 0
    assert (quotations, statements) == ("1", "1")


def test_suggestions_are_told_from_the_command_line_and_fail_nothing(
    small: Path, edit: Edit
) -> None:
    edit(WHY, BODY, f"They were robust. [@p3] {BODY}")
    done = run("suggest", "--root", small)
    assert done.status == 0
    assert "none keeps the site from being built" in done.out
    assert run("check", "--root", small).status == 0
