"""What is indexed: pages that say something of their own."""

from collections.abc import Iterator
from pathlib import Path

from explainer.model.options import Options
from explainer.model.output import OutputFile
from explainer.pipeline import make
from explainer.stages.index import index_pages

INDEX = "pagefind/"


def test_a_build_with_an_index_has_the_text_of_sections_and_terms(small: Path) -> None:
    files = {file.path: file.content for file in make(small, Options(full_text=True))}
    assert f"{INDEX}pagefind.js" in files
    assert b"hasText = true" in files["assets/names.js"]
    pages = sum(path.endswith("index.html") for path in files)
    fragments = sum(path.endswith(".pf_fragment") for path in files)
    assert 0 < fragments < pages


def test_pages_go_on_as_they_come_and_the_index_follows(small: Path) -> None:
    pages = [file for file in make(small, Options()) if file.facts]
    come: list[str] = []

    def coming() -> Iterator[OutputFile]:
        for page in pages:
            come.append(page.path)
            yield page

    for count, file in enumerate(index_pages(coming(), "en"), 1):
        if count <= len(pages):
            assert file is pages[count - 1] and len(come) == count
        else:
            assert file.path.startswith(INDEX)
    assert count > len(pages)


def test_site_yaml_leaves_the_index_out(small: Path) -> None:
    settings = small / "site.yaml"
    settings.write_text(settings.read_text("utf-8") + "search: false\n", "utf-8")
    files = {file.path: file.content for file in make(small, Options(full_text=True))}
    assert not [path for path in files if path.startswith(INDEX)]
    assert b"hasText = false" in files["assets/names.js"]


def test_the_preview_has_the_names_alone(small: Path) -> None:
    files = {file.path: file.content for file in make(small, Options())}
    assert not [path for path in files if path.startswith(INDEX)]
    assert b'"Sections"' in files["assets/names.js"]
