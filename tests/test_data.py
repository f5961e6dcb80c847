"""Files for machines: what they say is so, and has the shape that is promised."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.test_output import ROOT, build


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    output = tmp_path_factory.mktemp("data") / "output"
    build(ROOT, output)
    return output / "data"


def rows(data: Path, kind: str) -> list[dict[str, Any]]:
    """The rows of the file of that kind."""
    found: list[dict[str, Any]] = json.loads((data / f"{kind}.json").read_text(encoding="utf-8"))
    return found


def test_every_section_names_the_passages_it_rests_on(data: Path) -> None:
    claims = {claim["id"]: claim for claim in rows(data, "claims")}
    for section in rows(data, "sections"):
        assert section["passages"], section["id"]
        assert all(section["id"] in claims[id]["usedIn"] for id in section["passages"])


@pytest.mark.parametrize("kind", ["terms", "actors", "events"])
def test_a_record_names_passages_by_their_ids_among_the_claims(data: Path, kind: str) -> None:
    claims = {claim["id"] for claim in rows(data, "claims")}
    named = {id for row in rows(data, kind) for id in row["passages"]}
    assert named and named <= claims
