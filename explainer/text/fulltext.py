"""Pages become an index of their words: the one door to Pagefind, which runs as a process of its own."""

import base64
import json
import os
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from queue import SimpleQueue
from typing import IO, Any

from explainer.text.packages import installed_version

_LEFT_OUT = ".notes .page-sources .meanings-block .mentions .cite-page nav button".split()
"""What says again what another page says, and would be found twice."""
_AT_ONCE = 1 << 20
_LONGEST = 1800
"""Seconds that making an index may take."""
_KEPT = ("pagefind.js", "pagefind-worker.js", "pagefind-entry.json")
"""Of its scripts; the others show results, which our own do."""


def text_is_indexed_with() -> str:
    """The version of Pagefind; empty when it is not installed, and names alone are searched."""
    return installed_version("pagefind") if installed_version("pagefind-bin") else ""


@contextmanager
def text_index(language: str) -> Iterator["TextIndex"]:
    """An index of the pages it will be given. What makes it ends with the block."""
    import pagefind_bin

    # Asked by ourselves: the package's own class ends the process as soon as that has answered, now
    # and then before the last file is whole. And page by page: in a folder Pagefind numbers them as
    # the file system lists them, so that another machine has another index.
    command = [str(pagefind_bin.get_executable()), "--service"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:  # noqa: S603
        assert process.stdin and process.stdout, "both are pipes"
        asked: SimpleQueue[bytes] = SimpleQueue()
        # In a thread, since pages may come faster than Pagefind reads them.
        sending = threading.Thread(target=_send, args=(asked, process.stdin))
        sending.start()
        try:
            yield TextIndex(process, asked, language.split("-")[0])
        finally:
            process.kill()
            asked.put(_LAST)
            sending.join()


_LAST = b""


def _send(messages: SimpleQueue[bytes], stream: IO[bytes]) -> None:
    with suppress(OSError), stream:
        for message in iter(messages.get, _LAST):
            stream.write(message)
            stream.flush()


class TextIndex:
    """The index of the pages it was given: equal for equal pages in equal order."""

    def __init__(
        self, process: subprocess.Popen[bytes], asked: SimpleQueue[bytes], language: str
    ) -> None:
        self.process = process
        self._asked = asked
        self._count = 0
        config = {"root_selector": "main", "exclude_selectors": _LEFT_OUT}
        self._ask("NewIndex", config={**config, "force_language": language})

    def add(self, path: str, html: bytes) -> None:
        """Index the page `html`, which stands at `path`."""
        self._ask("AddFile", index_id=0, file_path=path, file_contents=html.decode())

    def files(self) -> dict[str, bytes]:
        """The files of the index by their paths; `OSError` when there are none to be had."""
        self._ask("GetFiles", index_id=0)
        said = [json.loads(base64.b64decode(answer))["payload"] for answer in self._answers()]
        for answer in said:
            if answer["type"] == "Error":
                raise _failure(f"said: {answer['message']}")
        files = {file["path"]: base64.b64decode(file["content"]) for file in said[-1]["files"]}
        return {
            path: _in_order(content) if path == "pagefind-entry.json" else content
            for path, content in files.items()
            if path in _KEPT or not path.endswith((".js", ".css", ".html"))
        }

    def _ask(self, what: str, **given: Any) -> None:
        self._count += 1
        message = {"message_id": self._count, "payload": {"type": what, **given}}
        said = json.dumps(message, ensure_ascii=False).encode()
        self._asked.put(base64.b64encode(said) + b",")

    def _answers(self) -> list[bytes]:
        """One answer to each message, in their order."""
        stream = self.process.stdout
        assert stream, "it is a pipe"
        late = threading.Timer(_LONGEST, self.process.kill)
        late.start()
        chunks, missing = [], self._count
        while missing and (chunk := os.read(stream.fileno(), _AT_ONCE)):
            chunks.append(chunk)
            missing -= chunk.count(b",")
        late.cancel()
        if missing:
            raise _failure(f"ended with status {self.process.wait()}")
        return b"".join(chunks).split(b",")[: self._count]


def _failure(how: str) -> OSError:
    error = OSError(f"Pagefind, which makes the index of the pages' words, {how}")
    error.add_note("build again; `search: false` in site.yaml goes without the index")
    return error


def _in_order(entry: bytes) -> bytes:
    """The list of languages in one order: Pagefind's own changes from run to run."""
    return json.dumps(json.loads(entry), sort_keys=True).encode()
