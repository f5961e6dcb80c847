"""A site of one's own for each test: what `new DIR` makes."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from explainer.commands.new_site import new_site
from explainer.commands.terminal import Terminal
from tests.commands.preview import Preview, preview


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A fresh explainer in a temporary folder, without git."""
    target = tmp_path / "toads"
    assert new_site(target, Terminal(is_quiet=True), uses_git=False) == 0
    return target


@pytest.fixture(scope="session")
def still(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Preview]:
    """A preview of a fresh explainer that nobody changes."""
    target = tmp_path_factory.mktemp("still") / "toads"
    new_site(target, Terminal(is_quiet=True), uses_git=False)
    with preview(target) as running:
        yield running
