"""link: names become links, once on a page, and records learn who mentions them."""

from collections.abc import Callable
from pathlib import Path

from explainer.model.linked import LinkedSite
from explainer.model.prose import Link, Prose, Text
from explainer.stages.link import link_site
from explainer.stages.parse import parse_site
from explainer.stages.read import read_sources

Edit = Callable[[str, str, str], None]


def linked(site: Path) -> LinkedSite:
    return link_site(parse_site(read_sources(site)))


def links(prose: Prose) -> list[tuple[str, str]]:
    """The id and the words of each link."""
    return [(link.target, link.text) for link in prose.links]


def before_links(prose: Prose) -> str:
    """What the first block says before its first link."""
    first = prose.blocks[0].pieces[0]
    return first.text if isinstance(first, Text) else ""


def body(site: LinkedSite, id: str) -> Prose:
    return next(section.body for section in site.site.sections if section.id == id)


def test_the_first_mention_of_a_name_becomes_a_link(small: Path) -> None:
    assert links(body(linked(small), "who")) == [
        ("river-trust", "river trust"),
        ("weir", "weir"),
        ("eel", "eels"),
    ]


def test_a_link_by_hand_counts_as_the_first_mention(small: Path) -> None:
    assert [target for target, _ in links(body(linked(small), "why"))].count("eel") == 1


def test_quotations_hold_no_links(small: Path) -> None:
    for block in body(linked(small), "why").blocks:
        inside = False
        for piece in block.pieces:
            assert not (inside and isinstance(piece, Link))
            for sign in getattr(piece, "text", ""):
                inside = sign == "“" or (inside and sign != "”")


def test_a_name_inside_the_name_of_a_publisher_is_no_mention(small: Path, edit: Edit) -> None:
    section, herald = "content/sections/20-who.md", "publisher: Ashby Herald"
    edit(section, "The river trust asked", "The river trust post says that the river trust asked")
    assert before_links(body(linked(small), "who")) == "The "
    edit("seeds/ashby-weir.yaml", herald, "publisher: river trust post")
    assert before_links(body(linked(small), "who")) == "The river trust post says that the "


def test_a_section_may_refuse_links_to_a_record(small: Path, edit: Edit) -> None:
    edit("content/sections/20-who.md", "question:", "nolink: [weir]\nquestion:")
    assert "weir" not in [target for target, _ in links(body(linked(small), "who"))]


def test_a_record_may_refuse_links_by_itself(small: Path, edit: Edit) -> None:
    edit("content/glossary/river.yaml", "  name: weir\n", "  name: weir\n  autolink: false\n")
    assert "weir" not in [target for target, _ in links(body(linked(small), "who"))]


def test_a_form_by_hand_links_only_in_brackets(small: Path, edit: Edit) -> None:
    edit("content/glossary/river.yaml", "  name: eel\n", "  name: eel\n  by_hand: [animal]\n")
    edit(
        "content/sections/20-who.md",
        "kept eels out",
        "kept the animal and [[animal|its young]] out",
    )
    assert ("eel", "animal") not in links(body(linked(small), "who"))
    assert ("eel", "its young") in links(body(linked(small), "who"))


def test_base_text_does_not_link_to_later_things_by_itself(small: Path, edit: Edit) -> None:
    edit("content/glossary/river.yaml", "- id: weir\n", "- id: weir\n  layer: later\n")
    assert "weir" not in [target for target, _ in links(body(linked(small), "who"))]


def test_later_text_links_to_both(small: Path, edit: Edit) -> None:
    edit("content/glossary/river.yaml", "- id: weir\n", "- id: weir\n  layer: later\n")
    edit("content/sections/20-who.md", "question:", "layer: later\nquestion:")
    targets = [target for target, _ in links(body(linked(small), "who"))]
    assert {"weir", "eel"} <= set(targets)


def test_a_term_does_not_link_to_itself(small: Path) -> None:
    for term in linked(small).site.terms:
        assert term.id not in [target for target, _ in links(term.text)]


def test_records_know_who_mentions_them_and_passages_who_rests_on_them(small: Path) -> None:
    site = linked(small)
    assert site.mentions["eel"] == ("why", "who", "weir")
    uses = {f"{ref.source}:{ref.passage}": by for ref, by in site.uses.items()}
    assert uses["ashby-weir:p2"] == ("why", "who")
    assert uses["ashby-weir:p1"] == ("why", "opening")


def test_a_link_by_hand_to_a_bare_id_shows_the_name(small: Path, edit: Edit) -> None:
    edit("content/sections/20-who.md", "The river trust asked", "The [[river-trust]] asked")
    assert ("river-trust", "Ashby River Trust") in links(body(linked(small), "who"))
