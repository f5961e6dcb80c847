"""A preview server of one's own, in a process of its own: livereload keeps its state on classes."""

import asyncio
import http.client
import json
import os
import re
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

from tornado.httpclient import HTTPRequest
from tornado.websocket import websocket_connect

from tests.commands.run import BUILD, ROOT, clean_environment

PATIENCE = 30.0
"""Seconds after which something that should come is taken to stay away."""


@dataclass(slots=True)
class Answer:
    """What the server said to one request."""

    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def text(self) -> str:
        return self.body.decode()


@dataclass(slots=True)
class Preview:
    """A running `build.py serve`."""

    process: subprocess.Popen[str]
    address: str = ""
    printed: list[str] = field(default_factory=list)

    @property
    def port(self) -> int:
        return urlsplit(self.address).port or 0

    @property
    def base(self) -> str:
        return urlsplit(self.address).path

    @property
    def builds(self) -> list[str]:
        """The lines that end a build: how many files it made, or how many problems it found."""
        return [line for line in self.printed if re.search(r"\d problems?(;|$)", line)]

    def get(self, path: str = "", *, method: str = "GET", **headers: str) -> Answer:
        """The answer for `path` below the site's path; one with a slash in front is asked as it is."""
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        asked = path if path.startswith("/") else self.base + path
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        connection.putrequest(method, asked, skip_host="Host" in named, skip_accept_encoding=True)
        for name, value in named.items():
            connection.putheader(name, value)
        connection.endheaders()
        response = connection.getresponse()
        answer = Answer(response.status, dict(response.getheaders()), response.read())
        connection.close()
        return answer

    def wait_until(self, is_so: Callable[[], bool], what: str, patience: float = PATIENCE) -> None:
        """Return when `is_so`; fail with `what` when it does not become so."""
        end = time.monotonic() + patience
        while not is_so():
            assert self.process.poll() is None, f"the server ended: {self.printed}"
            assert time.monotonic() < end, f"not seen: {what}; printed: {self.printed}"
            time.sleep(0.02)

    def wait_for(self, text: str, path: str = "") -> None:
        """Return when the page at `path` holds `text`."""
        self.wait_until(lambda: text in self.get(path).text, f"{text!r} on {path!r}")

    def wait_to_print(self, text: str) -> None:
        """Return when a line of the terminal holds `text`: it may come after the page."""
        self.wait_until(lambda: any(text in line for line in self.printed), f"{text!r} printed")

    def stop(self, number: int = signal.SIGINT) -> int:
        """End the server as Ctrl-C does; its exit status."""
        self.process.send_signal(number)
        return self.process.wait(timeout=PATIENCE)


@contextmanager
def preview(
    root: Path, *typed: str, waits: bool = True, build: str | Path = BUILD
) -> Iterator[Preview]:
    """A preview of the site in `root`, with its first build done when `waits`."""
    command = [sys.executable, str(build), "serve", "--root", str(root), "--port", "0", *typed]
    with following(command, ROOT) as running:
        if waits:
            running.wait_until(lambda: running.get().status == 200, "the first page")
            running.wait_until(lambda: bool(running.builds), "the end of the first build")
        yield running


@contextmanager
def following(
    command: Sequence[str], folder: Path, *, patience: float = PATIENCE, **environment: str
) -> Iterator[Preview]:
    """What `command`, typed in `folder`, shows: a preview that has said its address."""
    process = subprocess.Popen(
        command,
        cwd=folder,
        env=clean_environment() | {"PYTHONUNBUFFERED": "1"} | environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
    )
    running = Preview(process)
    threading.Thread(target=_listen, args=(process, running), daemon=True).start()
    try:
        running.wait_until(lambda: bool(running.address), "the address", patience)
        yield running
    finally:
        if process.poll() is None:
            # What it has started ends with it.
            os.killpg(process.pid, signal.SIGKILL)
        process.wait(timeout=PATIENCE)


def _listen(process: subprocess.Popen[str], running: Preview) -> None:
    assert process.stdout is not None
    for line in process.stdout:
        running.printed.append(line.rstrip("\n"))
        if line.startswith("http://127.0.0.1:"):
            running.address = line.split()[0]


class Tab:
    """An open tab: livereload's side of a browser, and what it was told to load again."""

    def __init__(self, running: Preview, since: int | None = None) -> None:
        """One whose page says which state it shows, by `since` when that is there."""
        self.since = since
        self.told: list[str] = []
        self.is_open = threading.Event()
        self._running = running
        self._loop = asyncio.new_event_loop()
        threading.Thread(
            target=self._loop.run_until_complete, args=(self._live(),), daemon=True
        ).start()
        assert self.is_open.wait(PATIENCE)

    async def _live(self) -> None:
        address = f"ws://127.0.0.1:{self._running.port}/livereload"
        origin = f"http://127.0.0.1:{self._running.port}"
        socket = await websocket_connect(HTTPRequest(address, headers={"Origin": origin}))
        state = {} if self.since is None else {"snipver": self.since}
        hello = json.dumps({"command": "hello", "protocols": []} | state)
        await socket.write_message(hello)
        assert json.loads(str(await socket.read_message()))["command"] == "hello"
        await socket.write_message(json.dumps({"command": "info", "url": self._running.address}))
        # The server does not answer `info`; what it answers next was said after it.
        await socket.write_message(hello)
        while (message := await socket.read_message()) is not None:
            said = json.loads(str(message))
            if said["command"] == "hello":
                self.is_open.set()
            else:
                self.told.append(said["path"])


def is_running(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True
