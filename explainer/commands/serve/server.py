"""The preview server: livereload, held to this machine."""

import asyncio
import errno
import logging
import signal
import socket
from urllib.parse import urlsplit

import livereload
from livereload.handlers import LiveReloadHandler
from tornado import web
from tornado.httpserver import HTTPServer
from tornado.ioloop import IOLoop
from tornado.netutil import bind_sockets

from explainer.commands.serve.builder import Builder
from explainer.commands.serve.handlers import Script, SitePage, Socket
from explainer.commands.serve.watcher import Watcher

HOST = "127.0.0.1"
_PORTS_TRIED = 10
_SILENCED = ("livereload", "tornado.access", "tornado.general")


def free_sockets(port: int) -> tuple[int, list[socket.socket]]:
    """The first free port of `port` and the next nine, and sockets that listen to it."""
    for tried in range(port, min(port + _PORTS_TRIED, 65536)):
        try:
            sockets = bind_sockets(tried, HOST, family=socket.AF_INET)
        except OSError as error:
            if error.errno not in (errno.EADDRINUSE, errno.EACCES):
                raise
        else:
            return sockets[0].getsockname()[1], sockets
    raise OSError(errno.EADDRINUSE, f"ports {port} to {port + _PORTS_TRIED - 1} are all taken")


class PreviewServer(livereload.Server):  # type: ignore[misc]
    """Serves what a `Builder` shows, on sockets that are open already."""

    def __init__(self, builder: Builder, watcher: Watcher, base: str) -> None:
        super().__init__(watcher=watcher)
        self.builder = builder
        self.base = base

    def run(self, port: int, sockets: list[socket.socket]) -> None:
        """Answer until SIGINT or SIGTERM."""
        for name in _SILENCED:
            logging.getLogger(name).disabled = True
        # livereload takes no notice of what changes within three seconds of the last reload.
        LiveReloadHandler.DEFAULT_RELOAD_TIME = 0
        loop = IOLoop.current()
        self._stop_on_signals(loop)
        self._listen(port, sockets)
        LiveReloadHandler.start_tasks()
        loop.start()
        self.watcher.stop()

    def _listen(self, port: int, sockets: list[socket.socket]) -> None:
        LiveReloadHandler.watcher = self.watcher
        LiveReloadHandler.live_css = True
        hosts = frozenset(f"{name}:{port}" for name in (HOST, "localhost"))
        app = web.Application(
            [
                (r"/livereload", Socket),
                (r"/livereload\.js", Script),
                (r".*", SitePage),
            ],
            builder=self.builder,
            base=self.base,
            port=port,
            hosts=hosts | ({HOST, "localhost"} if port == 80 else set()),
            log_function=lambda handler: None,
            websocket_max_message_size=16_384,
        )
        # A reader's request has no body and few headers; whoever is slow waits alone.
        server = HTTPServer(
            app,
            idle_connection_timeout=30,
            body_timeout=5,
            max_header_size=32_768,
            max_body_size=1024,
        )
        server.add_sockets(sockets)

    @staticmethod
    def _stop_on_signals(loop: IOLoop) -> None:
        def stop(number: int, frame: object) -> None:
            # Tornado's own add_callback from a signal waits for the next request.
            loop.asyncio_loop.call_soon_threadsafe(loop.stop)  # type: ignore[attr-defined]

        signal.signal(signal.SIGINT, stop)
        signal.signal(signal.SIGTERM, stop)


def fresh_loop() -> IOLoop:
    """An event loop of our own: one that somebody stopped before does not start again."""
    asyncio.set_event_loop(asyncio.new_event_loop())
    return IOLoop.current()


def base_path(base_url: str) -> str:
    """The path below which the site will be read, with a slash at both ends."""
    path = urlsplit(base_url).path.strip("/")
    return f"/{path}/" if path else "/"
