"""WebKit, the engine of every iPhone, in a window on a screen that nobody sees.

It is driven as https://www.w3.org/TR/webdriver2/ says, by the few commands that the tests send.
"""

import json
import os
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.error import URLError
from urllib.request import Request, urlopen

ESCAPE, TAB = "\ue00c", "\ue004"
_BROWSER = "usr/lib/*/webkit2gtk-4.*/MiniBrowser"
_PACKAGES = {"WebKitWebDriver": "webkit2gtk-driver", "Xvfb": "xvfb"}
_PATIENCE = 30
"""Seconds in which a program has to be there, and in which an answer has to come."""


class WebKit:
    """A window of WebKit, 1300 pixels wide."""

    def __init__(self, driver: str) -> None:
        self._driver = driver
        options = {"binary": f"/{next(Path('/').glob(_BROWSER))}", "args": ["--automation"]}
        wanted = {"alwaysMatch": {"webkitgtk:browserOptions": options}}
        session = self._send("POST", "/session", {"capabilities": wanted})
        self._session = f"/session/{session['sessionId']}"
        self._ask("/window/rect", width=1300, height=1000)

    def open(self, address: str) -> None:
        """Show the page at `address`, and wait until it has loaded."""
        self._ask("/url", url=address)

    def run(self, script: str, *given: Any) -> Any:
        """What `script`, the body of a function, returns; `given` are its `arguments`."""
        return self._ask("/execute/sync", script=script, args=list(given))

    def press(self, keys: str) -> None:
        """Press each of `keys` and let it go."""
        kinds = [{"type": kind, "value": key} for key in keys for kind in ("keyDown", "keyUp")]
        self._ask("/actions", actions=[{"type": "key", "id": "keys", "actions": kinds}])

    def becomes(self, condition: str) -> bool:
        """Whether `condition`, a script's expression, is so before patience runs out."""
        end = time.monotonic() + _PATIENCE
        while not self.run(f"return Boolean({condition})"):
            if time.monotonic() > end:
                return False
            time.sleep(0.05)
        return True

    def close(self) -> None:
        """Close the window."""
        self._send("DELETE", self._session)

    def _ask(self, command: str, **given: Any) -> Any:
        return self._send("POST", self._session + command, given)

    def _send(self, method: str, path: str, given: Any = None) -> Any:
        content = None if given is None else json.dumps(given).encode()
        with urlopen(
            Request(self._driver + path, content, method=method), timeout=_PATIENCE
        ) as answer:
            return json.load(answer)["value"]


def lacking() -> str:
    """The packages that are not installed; empty where all are."""
    return " ".join(package for name, package in _PACKAGES.items() if not shutil.which(name))


@contextmanager
def webkit() -> Iterator[WebKit]:
    """A window, until the block ends."""
    with (
        _screen() as display,
        _running(["WebKitWebDriver", f"--port={(port := _free_port())}"], display),
    ):
        window = WebKit(_listening(port))
        try:
            yield window
        finally:
            window.close()


@contextmanager
def _screen() -> Iterator[str]:
    """The name of a screen of its own."""
    number, told = os.pipe()
    command = ["Xvfb", "-displayfd", str(told), "-screen", "0", "1400x1200x24", "-nolisten", "tcp"]
    with subprocess.Popen(command, pass_fds=[told], stderr=subprocess.DEVNULL) as server:
        os.close(told)
        try:
            with os.fdopen(number) as answer:
                yield f":{answer.readline().strip()}"
        finally:
            server.terminate()


@contextmanager
def _running(command: list[str], display: str) -> Iterator[None]:
    environment = {**os.environ, "DISPLAY": display}
    quiet = subprocess.DEVNULL
    with subprocess.Popen(command, env=environment, stdout=quiet, stderr=quiet) as program:
        try:
            yield
        finally:
            program.terminate()


def _free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


def _listening(port: int) -> str:
    """The address of what listens at `port`, once it does."""
    end = time.monotonic() + _PATIENCE
    address = f"http://127.0.0.1:{port}"
    while True:
        try:
            with urlopen(f"{address}/status", timeout=_PATIENCE):
                return address
        except URLError:
            if time.monotonic() > end:
                raise
            time.sleep(0.05)
