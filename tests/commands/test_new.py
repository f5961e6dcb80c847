"""`new`: explainers and records to begin with."""

import shlex
from pathlib import Path

import pytest

from explainer.commands.new_record import id_of
from explainer.commands.new_site import STARTER
from tests.commands.run import ROOT, run


def test_a_fresh_explainer_passes_check_and_builds_at_once(tmp_path: Path) -> None:
    made = run("new", tmp_path / "harbour")
    assert (made.status, made.err) == (0, "")
    for command in ("check", "build"):
        ran = run(command, "--root", tmp_path / "harbour")
        assert (ran.status, ran.err) == (0, "")
        assert " 0 problems" in ran.out
    assert (tmp_path / "harbour/output/closure/index.html").exists()


def test_what_to_type_next_works_where_one_stands(tmp_path: Path) -> None:
    assert f"python3 {ROOT / 'build.py'} serve --open --root harbour" in run(
        "new", "harbour", cwd=tmp_path, environment={"PATH": "/usr/bin:/bin"}
    ).out.replace("\n", " ")
    here = run("new", tmp_path / "other", environment={"PATH": "/usr/bin:/bin"}).out
    assert f"python3 build.py serve --open --root {tmp_path / 'other'}" in here
    odd = run("new", tmp_path / "the 'other'", environment={"PATH": "/usr/bin:/bin"}).out
    (typed,) = [line for line in odd.splitlines() if "serve" in line]
    assert shlex.split(typed)[-1] == str(tmp_path / "the 'other'")


def test_a_fresh_explainer_brings_what_a_repository_needs(tmp_path: Path) -> None:
    run("new", tmp_path / "harbour")
    names = {path.name for path in (tmp_path / "harbour").iterdir()}
    assert {".git", ".gitignore", ".github", "README.md", "site.yaml"} <= names
    workflow = tmp_path / "harbour/.github/workflows/pages.yml"
    assert "persist-credentials: false" in workflow.read_text()


def test_a_fresh_explainer_names_the_engine_it_was_made_with(tmp_path: Path) -> None:
    run("new", tmp_path / "harbour")
    version = run("--version").out.split()[1]
    assert f'engine: "{version}"' in (tmp_path / "harbour/site.yaml").read_text()


def test_a_fresh_explainer_shares_no_line_of_text_with_this_repositorys_site() -> None:
    def lines(folder: Path) -> set[str]:
        texts = [p.read_text() for end in ("*.md", "*.yaml") for p in folder.rglob(end)]
        return {line.strip() for text in texts for line in text.splitlines() if len(line) > 60}

    assert not lines(STARTER / "site/content") & lines(ROOT / "content")


def test_no_text_of_the_invented_article_is_kept_in_a_fresh_explainer(site: Path) -> None:
    assert not list((site / "seeds").glob("*.txt"))


def test_a_folder_with_something_in_it_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("Dear aunt")
    ran = run("new", tmp_path)
    assert ran.status == 1
    assert "there is something here already" in ran.err
    assert [path.name for path in tmp_path.iterdir()] == ["letter.txt"]


def test_a_fresh_explainer_inside_a_repository_makes_no_second_one(tmp_path: Path) -> None:
    run("new", tmp_path / "first")
    run("new", tmp_path / "first/second")
    assert not (tmp_path / "first/second/.git").exists()


@pytest.mark.parametrize(
    ("kind", "name", "path", "asked"),
    [
        ("term", "bucket brigade", "content/glossary/roads.yaml", "`meaning` is empty"),
        ("actor", "Ada Finch", "content/actors/village.yaml", "`role` is empty"),
        ("event", "The pond freezes", "content/timeline.yaml", "`date` is empty"),
        ("chart", "Toads: by night", "content/charts/toads-by-night.yaml", "`measure` is empty"),
        ("source", "A page", "content/references/a-page.yaml", "`publisher` is empty"),
    ],
)
def test_a_new_record_asks_for_what_is_to_be_written(
    site: Path, kind: str, name: str, path: str, asked: str
) -> None:
    made = run("new", kind, name, "--root", site)
    assert made.status == 0
    assert made.out.startswith(f"{path}:")
    checked = run("check", "--root", site)
    assert checked.status == 1
    assert f"{path}:" in checked.err
    assert asked in checked.err
    assert "known here" not in checked.err


def test_the_line_told_is_the_one_the_record_begins_in(site: Path) -> None:
    told = run("new", "term", "bucket brigade", "--root", site).out.split(":")
    lines = (site / told[0]).read_text().splitlines()
    assert lines[int(told[1]) - 1] == "- id: bucket-brigade"


def test_a_new_section_is_a_draft_and_comes_last(site: Path) -> None:
    assert run("new", "section", "Who pays?", "--root", site).status == 0
    assert (site / "content/sections/30-who-pays.md").exists()
    assert run("check", "--root", site).status == 0
    assert run("--drafts", "--root", site).status == 0
    assert (site / "output/who-pays/index.html").exists()


def test_a_section_that_is_no_draft_any_more_is_to_be_written(site: Path) -> None:
    run("new", "section", "Who", "pays?", "--root", site)
    file = site / "content/sections/30-who-pays.md"
    file.write_text(file.read_text().replace("draft: true\n", ""))
    checked = run("check", "--root", site)
    assert checked.status == 1
    assert f"{file.relative_to(site)}:2:1: this section has no text" in checked.err
    assert f"{file.relative_to(site)}:4:13: the standfirst is still to be written" in checked.err


def test_a_record_needs_a_site_to_be_in(tmp_path: Path) -> None:
    ran = run("new", "term", "kerb", "--root", tmp_path)
    assert ran.status == 2
    assert "there is no site.yaml" in ran.err
    assert list(tmp_path.iterdir()) == []


def test_a_new_term_keeps_the_file_as_it_was_and_adds_to_its_end(site: Path) -> None:
    before = (site / "content/glossary/roads.yaml").read_text()
    run("new", "term", "bucket brigade", "--root", site, "--in", "roads")
    assert (site / "content/glossary/roads.yaml").read_text().startswith(before.rstrip())


def test_a_new_term_can_begin_a_file(site: Path) -> None:
    run("new", "term", "puddle", "--root", site, "--in", "wet-places")
    text = (site / "content/glossary/wet-places.yaml").read_text()
    assert "\nfield: Wet places\nterms:\n" in text


def test_a_list_that_is_indented_goes_on_as_it_is(site: Path) -> None:
    file = site / "content/glossary/roads.yaml"
    field, terms = file.read_text().split("terms:\n")
    indented = "".join(f"  {line}\n" for line in terms.splitlines())
    file.write_text(f"{field}terms:\n{indented}")
    assert run("new", "term", "kerb", "--root", site).status == 0
    assert "\n  - id: kerb\n    #" in file.read_text()


def test_a_file_that_does_not_end_in_its_list_is_left_to_its_writer(site: Path) -> None:
    file = site / "content/glossary/roads.yaml"
    file.write_text(file.read_text().split("terms:")[1].join(["terms:", "field: Roads\n"]))
    before = file.read_text()
    ran = run("new", "term", "kerb", "--root", site)
    assert ran.status == 1
    assert "does not end in its list of terms" in ran.err
    assert "- id: kerb" in ran.err
    assert file.read_text() == before


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (["term", "toad patrol"], "the id `toad-patrol` is taken, by content/actors/village.yaml:"),
        (["term", "about"], "the id `about` is taken by a page of the site"),
        (["term", "蟾蜍"], "the name gives no id"),
        (["term", "x", "--id", "../x"], "`../x` is no id"),
        (["term", "x", "--in", "../../x"], "`../../x` names no file"),
        (["trem", "x"], "did you mean `term`?"),
        (["term"], "a new term needs a name"),
    ],
)
def test_what_cannot_be_begun_is_told(site: Path, typed: list[str], said: str) -> None:
    ran = run("new", *typed, "--root", site)
    assert ran.status == 2
    assert said in ran.err
    assert "Traceback" not in ran.err


@pytest.mark.parametrize(
    "name",
    ["Who: pays?", "- dash", "{brace}", "# hash", "no", "tab\there", "back\\slash"],
)
def test_any_name_comes_back_from_the_record_as_it_was_typed(site: Path, name: str) -> None:
    run("new", "section", name, "--root", site, "--id", "named")
    run("--drafts", "--root", site)
    page = (site / "output/named/index.html").read_text()
    shown = name.replace("\t", " ").replace('"', "&#34;")
    assert f"<h1>{shown}</h1>" in page


def test_an_id_is_made_of_the_letters_a_name_has() -> None:
    assert id_of("Who’s paying for it?") == "whos-paying-for-it"
    assert id_of("Crème brûlée 2") == "creme-brulee-2"
    assert id_of("Zoë O'Brien-Łuk, Støren") == "zoe-obrien-luk-storen"
    assert id_of("关税") == ""
