"""What the preview answers: the site in memory, to this machine's browser alone."""

import json
import mimetypes
from urllib.parse import quote, unquote

from livereload.handlers import LiveReloadHandler, LiveReloadJSHandler
from tornado import web

from explainer.commands.serve.builder import Builder
from explainer.commands.serve.pages import STYLE, STYLE_PATH, no_site_yet, previewed
from explainer.commands.serve.shown import Shown

_TYPES = {
    "html": "text/html; charset=utf-8",
    "css": "text/css; charset=utf-8",
    "js": "text/javascript; charset=utf-8",
    "json": "application/json",
    "jsonld": "application/ld+json",
    "xml": "application/xml",
    "txt": "text/plain; charset=utf-8",
    "csv": "text/csv; charset=utf-8",
    "svg": "image/svg+xml",
    "wasm": "application/wasm",
    "woff2": "font/woff2",
}


class Guarded(web.RequestHandler):
    """Answers only requests that name this server, from pages of this server.

    A page elsewhere can make a browser ask 127.0.0.1 (under a name of its own, too); it names
    itself in `Host` or `Origin`, and learns nothing.
    """

    SUPPORTED_METHODS = ("GET", "HEAD")

    def prepare(self) -> None:
        hosts = self.settings["hosts"]
        origin = self.request.headers.get("Origin")
        named = self.request.headers.get_list("Host")
        is_ours = len(named) == 1 and named[0].lower() in hosts
        if not is_ours or (origin and origin.lower() not in {f"http://{host}" for host in hosts}):
            raise web.HTTPError(403)

    def set_default_headers(self) -> None:
        self.set_header("Cache-Control", "no-store")
        self.set_header("X-Content-Type-Options", "nosniff")
        self.set_header("Cross-Origin-Resource-Policy", "same-origin")
        self.clear_header("Server")

    def compute_etag(self) -> None:
        """None: pages made in memory are sent anew each time."""

    def write_error(self, status_code: int, **kwargs: object) -> None:
        self.set_header("Content-Type", _TYPES["txt"])
        self.finish(f"{status_code} {self._reason}\n")


class SitePage(Guarded):
    """The site below its path, as GitHub Pages shows it."""

    def get(self) -> None:
        path = _path_asked(self.request.path)
        base: str = self.settings["base"]
        if path == STYLE_PATH:
            self._send(STYLE.encode(), "css")
        elif path is None or not path.startswith(base):
            if path in ("/", base.rstrip("/")):
                self.redirect(base)
            else:
                self._not_found()
        else:
            self._file(base, path.removeprefix(base))

    head = get

    def _file(self, base: str, path: str) -> None:
        # Looked up once: a build may put another in its place meanwhile.
        shown = self._builder.shown
        files = shown.files
        if not files:
            self.set_status(503)
            self._page(no_site_yet(shown), shown)
            return
        if not path or path.endswith("/"):
            path += "index.html"
        elif path not in files and f"{path}.html" in files:
            path += ".html"
        elif path not in files and f"{path}/index.html" in files:
            self.redirect(quote(f"{base}{path}/"), permanent=True)
            return
        if path not in files:
            self._not_found()
        elif path.endswith(".html"):
            self._page(files[path], shown)
        else:
            self._send(files[path], path.rsplit(".", 1)[-1])

    def _not_found(self) -> None:
        self.set_status(404)
        shown = self._builder.shown
        self._page(shown.files.get("404.html") or no_site_yet(shown), shown)

    def _page(self, html: bytes, shown: Shown) -> None:
        self._send(previewed(html, shown, self.settings["port"]), "html")

    def _send(self, content: bytes, ending: str) -> None:
        known = _TYPES.get(ending) or mimetypes.guess_type(f"x.{ending}")[0]
        self.set_header("Content-Type", known or "application/octet-stream")
        self.finish(content)

    @property
    def _builder(self) -> Builder:
        builder: Builder = self.settings["builder"]
        return builder


class Script(Guarded, LiveReloadJSHandler):  # type: ignore[misc]
    """livereload's own script."""

    def head(self) -> None:
        self.get()


class Socket(Guarded, LiveReloadHandler):  # type: ignore[misc]
    """livereload's socket, for pages of this server alone: livereload itself asks nobody's name."""

    since: object = None
    """The state that the tab shows; None when it does not say."""

    def check_origin(self, origin: str) -> bool:
        return origin.lower() in {f"http://{host}" for host in self.settings["hosts"]}

    def on_message(self, message: str | bytes) -> None:
        try:
            super().on_message(message)
            self._follow(json.loads(message))
        except (ValueError, TypeError, AttributeError):
            self.close()

    def _follow(self, said: dict[str, object]) -> None:
        """Have the tab load again what changed before it listened: while it was loading, say."""
        self.since = said.get("snipver", self.since)
        # From `info` on it is told of every change, so what it has missed is known only now.
        if said.get("command") == "info" and self.since is not None:
            builder: Builder = self.settings["builder"]
            if self.since != builder.shown.since:
                self.send_message({"command": "reload", "path": "*"})


def _path_asked(path: str) -> str | None:
    """The path of a request with its escapes read once; None when it can name no file of a site.

    Files are looked up by name in memory, so nothing here could lead out of the site; what tries to
    is refused all the same.
    """
    try:
        read = unquote(path, errors="strict")
    except UnicodeDecodeError:
        return None
    is_odd = any(sign in read for sign in "\0\\") or "//" in read or "%" in read
    return None if is_odd or {".", ".."} & set(read.split("/")) else read
