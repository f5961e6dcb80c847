"""A small server that shows a folder as GitHub Pages does: below a path, with the site's own 404."""

import re
import threading
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin, urlsplit


@contextmanager
def pages(folder: Path, base: str) -> Iterator[str]:
    """The address at which `folder` is shown, below `base`, which has a slash at both ends."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            path = unquote(urlsplit(self.path).path)
            if not path.startswith(base) or ".." in path:
                return self._send(404, b"There isn't a GitHub Pages site here.")
            file = folder / path.removeprefix(base)
            if file.is_dir() and not path.endswith("/"):
                self.send_response(301)
                self.send_header("Location", path + "/")
                self.end_headers()
                return None
            if file.is_dir():
                file /= "index.html"
            elif not file.exists():
                file = file.with_name(file.name + ".html")
            # Pages keeps git's own files and everything Jekyll would leave out, unless told.
            if file.is_file() and (folder / ".nojekyll").exists() and ".git" not in file.parts:
                return self._send(200, file.read_bytes())
            return self._send(404, (folder / "404.html").read_bytes())

        def _send(self, status: int, body: bytes) -> None:
            self.send_response(status)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *said: object) -> None:
            """Nobody reads along."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}{base}"
    finally:
        server.shutdown()
        server.server_close()


def crawl(address: str) -> dict[str, int]:
    """Every address of the site that links lead to from its first page, and its status."""
    seen: dict[str, int] = {}
    todo = [address]
    while todo:
        here = todo.pop()
        if here in seen:
            continue
        seen[here], text = read(here)
        if here.endswith("/"):
            links = re.findall(r'\s(?:href|src)="([^"]*)"', text)
            found = {urldefrag(urljoin(here, link.replace("&amp;", "&")))[0] for link in links}
            todo += [one for one in found if one.startswith(address)]
    return seen


def read(address: str) -> tuple[int, str]:
    """Status and text of what is shown at `address`."""
    try:
        with urllib.request.urlopen(address) as answer:
            return answer.status, answer.read().decode(errors="replace")
    except urllib.error.HTTPError as error:
        return error.code, error.read().decode()
