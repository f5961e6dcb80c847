"""A site of one's own for each test: what `new DIR` makes."""

from pathlib import Path

import pytest

from explainer.commands.new_site import new_site
from explainer.commands.terminal import Terminal


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A fresh explainer in a temporary folder, without git."""
    target = tmp_path / "toads"
    assert new_site(target, Terminal(is_quiet=True), uses_git=False) == 0
    return target
