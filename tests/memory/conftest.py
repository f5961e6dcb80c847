"""What tests of memory share."""

import threading

import pytest


@pytest.fixture
def forking(monkeypatch: pytest.MonkeyPatch) -> None:
    """Forks are made although the program that runs the tests has threads, as a build has none."""
    monkeypatch.setattr(threading, "active_count", lambda: 1)
