"""`serve`: a preview on this machine that follows every save."""

import threading
import webbrowser
from contextlib import suppress
from pathlib import Path

from explainer.commands.serve.builder import Builder
from explainer.commands.serve.server import (
    HOST,
    PreviewServer,
    base_path,
    free_sockets,
    fresh_loop,
)
from explainer.commands.serve.shown import difference
from explainer.commands.serve.watcher import Watcher, reload_tabs
from explainer.commands.settings import base_url_of
from explainer.commands.terminal import Terminal
from explainer.model.options import Options

ENGINE = Path(__file__).resolve().parents[2]

_IN_THE_TERMINAL = {"www-browser", "links", "elinks", "lynx", "w3m"}
"""Browsers that would fight the preview for its terminal."""


def serve(root: Path, options: Options, terminal: Terminal, *, port: int, opens: bool) -> int:
    """Show the site in `root` until somebody stops it; the exit status."""
    port, sockets = free_sockets(port)
    loop = fresh_loop()
    builder = Builder(root, options, terminal)
    base = base_path(options.base_url or base_url_of(root))

    def rebuild(paths: set[Path]) -> None:
        if any(path.is_relative_to(ENGINE) and path.suffix == ".py" for path in paths):
            builder.forget_engine()
        before = builder.shown
        builder.build()
        reload_tabs(loop, difference(before, builder.shown))
        builder.rest()

    watcher = Watcher(root.resolve(), ENGINE, rebuild)
    address = f"http://{HOST}:{port}{base}"
    terminal.say(f"{address} follows every save; Ctrl-C ends it")
    if opens:
        threading.Thread(target=_open, args=(address,), daemon=True).start()
    PreviewServer(builder, watcher, base).run(port, sockets)
    return 0


def _open(address: str) -> None:
    """Show `address` in the browser, unless the only one there is would take this terminal."""
    with suppress(webbrowser.Error):
        browser = webbrowser.get()
        if getattr(browser, "name", "") not in _IN_THE_TERMINAL:
            browser.open(address)
