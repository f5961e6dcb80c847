"""Files for machines: what they say is so, and has the shape that is promised."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]

from tests.test_output import ROOT, build

KINDS = ["sections", "terms", "actors", "events", "charts", "sources", "claims", "corrections"]
SITES: dict[str, tuple[Path, tuple[str, ...]]] = {
    "real": (ROOT, ()),
    "every_field": (ROOT / "tests/sites/every_field", ("--no-cache",)),
}


@pytest.fixture(scope="module", params=SITES)
def output(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real site, and one with something in every field."""
    output = tmp_path_factory.mktemp("data") / "output"
    site, options = SITES[request.param]
    build(site, output, *options)
    return output


def rows(output: Path, kind: str) -> list[dict[str, Any]]:
    """The rows of the file of that kind."""
    found: list[dict[str, Any]] = json.loads((output / f"data/{kind}.json").read_text("utf-8"))
    return found


def linked_data(page: Path) -> Any:
    """What a page says to machines."""
    html = page.read_text(encoding="utf-8")
    (said,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', html)
    return json.loads(said)


def test_every_file_for_machines_has_a_schema_and_every_schema_a_file(output: Path) -> None:
    files = {path.name for path in (output / "data").glob("*.json")}
    assert files == {path.name for path in (output / "data/schema").glob("*.json")}
    assert files == {f"{kind}.json" for kind in (*KINDS, "manifest")}
    manual = (ROOT / "docs/data.md").read_text("utf-8")
    assert files == set(re.findall(r"^\| `data/(\S+)` \|", manual, re.MULTILINE))


@pytest.mark.parametrize("kind", KINDS)
def test_a_file_for_machines_is_as_its_schema_says(output: Path, kind: str) -> None:
    schema = json.loads((output / f"data/schema/{kind}.json").read_text("utf-8"))
    Draft202012Validator.check_schema(schema)
    said = rows(output, kind)
    assert said or kind == "corrections"
    Draft202012Validator(schema).validate(said)
    row = schema["$defs"][schema["items"]["$ref"].rpartition("/")[2]]
    assert all(list(one) == list(row["properties"]) == row["required"] for one in said)


def test_the_manifest_is_as_its_schema_says(output: Path) -> None:
    schema = json.loads((output / "data/schema/manifest.json").read_text("utf-8"))
    Draft202012Validator.check_schema(schema)
    manifest = json.loads((output / "data/manifest.json").read_text("utf-8"))
    Draft202012Validator(schema).validate(manifest)
    counts = {**manifest["counts"], "sources": "97"}
    assert not Draft202012Validator(schema).is_valid({**manifest, "counts": counts})


def test_manifest_and_proof_box_count_the_statements_by_status(output: Path) -> None:
    counts = json.loads((output / "data/manifest.json").read_text("utf-8"))["counts"]
    found = [part["status"] for claim in rows(output, "claims") for part in claim["parts"]]
    assert list(counts["statements"]) == ["fact", "claim", "plan", "forecast", "disputed"]
    assert counts["statements"] == {one: found.count(one) for one in counts["statements"]}
    assert counts["sources"] == len(rows(output, "sources"))
    home = (output / "index.html").read_text("utf-8")
    (line,) = re.findall(rf"<li><b>{len(found)}</b> statements of sources:(.*?)</li>", home)
    told = re.findall(r'data-status="(\w+)">\w+</span> (\d+)', line)
    assert {status: int(number) for status, number in told} == {
        status: number for status, number in counts["statements"].items() if number
    }


@pytest.mark.parametrize("kind", KINDS)
def test_a_schema_refuses_a_row_that_lacks_a_key_or_holds_a_list_for_a_word(
    output: Path, kind: str
) -> None:
    schema = json.loads((output / f"data/schema/{kind}.json").read_text("utf-8"))
    validator = Draft202012Validator(schema)
    for row in rows(output, kind)[:1]:
        assert not validator.is_valid([{**row, "id": [row["id"]]}])
        assert not validator.is_valid([{key: row[key] for key in row if key != "url"}])


def test_what_a_record_rests_on_and_where_a_passage_is_used_say_the_same(output: Path) -> None:
    kinds = ["sections", "terms", "actors", "events", "charts"]
    records = [row for kind in kinds for row in rows(output, kind)]
    rests_on = {(row["id"], passage) for row in records for passage in row["passages"]}
    claims = rows(output, "claims")
    assert rests_on == {(id, claim["id"]) for claim in claims for id in claim["usedIn"]}
    assert all(section["passages"] for section in rows(output, "sections"))


def test_ids_lead_from_file_to_file(output: Path) -> None:
    ids = {kind: {row["id"] for row in rows(output, kind)} for kind in KINDS}
    assert {claim["source"] for claim in rows(output, "claims")} <= ids["sources"]
    held = [id for source in rows(output, "sources") for id in source["passages"]]
    assert sorted(held) == sorted(ids["claims"])
    charts = rows(output, "charts")
    assert {id for chart in charts for id in chart["sections"]} <= ids["sections"]
    points = {point["passage"] for chart in charts for point in chart["points"]}
    assert points - {""} <= ids["claims"]
    corrections = rows(output, "corrections")
    assert {made["page"] for made in corrections} <= set().union(*ids.values())
    assert {id for made in corrections for id in made["passages"]} <= ids["claims"]


def test_the_glossary_names_each_term_by_the_address_its_own_page_gives_it(output: Path) -> None:
    glossary = linked_data(output / "glossary/index.html")
    listed = {term["@id"]: term["name"] for term in glossary["hasDefinedTerm"]}
    pages = [linked_data(page) for page in sorted((output / "glossary").glob("*/index.html"))]
    assert listed == {term["@id"]: term["name"] for term in pages}
    assert {term["inDefinedTermSet"] for term in pages} == {glossary["@id"]}
    assert set(listed) == {row["url"] for row in rows(output, "terms")}


def test_what_is_no_fact_is_a_claim_on_the_page_where_it_has_its_address(output: Path) -> None:
    claims = {row["url"]: row for row in rows(output, "claims")}
    found: dict[str, str] = {}
    for page in (output / "sources").glob("*/index.html"):
        if "application/ld+json" in page.read_text(encoding="utf-8"):
            said = {one["@id"]: one["text"] for one in linked_data(page)["@graph"]}
            assert all(f"/sources/{page.parent.name}/#" in address for address in said)
            found |= said
    facts = {url for url in claims if {part["status"] for part in claims[url]["parts"]} == {"fact"}}
    assert set(found) == set(claims) - facts
    for url, text in found.items():
        assert text == " ".join(part["says"] for part in claims[url]["parts"])
