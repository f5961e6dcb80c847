"""What tests of memory share."""

import pytest

from explainer.memory import pool


@pytest.fixture
def forking(monkeypatch: pytest.MonkeyPatch) -> None:
    """Forks are made although the program that runs the tests has threads, as a build has none."""
    monkeypatch.setattr(pool, "threads", lambda: 1)
