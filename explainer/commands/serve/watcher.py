"""Sees that files have changed, and has the site made anew, once for however many."""

import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import livereload.watcher
import watchfiles
from livereload.handlers import LiveReloadHandler
from tornado.ioloop import IOLoop

_SETTLED = 10
"""Milliseconds without a change after which a save counts as whole."""
_LONGEST_WAIT = 200
"""Milliseconds after which changes are looked at although more are coming."""
_BEGUN = 0.1
"""Seconds after which the system tells of changes."""
_FOLDERS = ("content", "seeds", "templates")


class Watcher(livereload.watcher.Watcher):  # type: ignore[misc]
    """Watches with the system's own events, and works in a thread of its own.

    livereload would look at every file again and again, run a task for each file that changed, and
    answer nobody while a task runs.
    """

    def __init__(self, root: Path, engine: Path, changed: Callable[[set[Path]], None]) -> None:
        super().__init__()
        self.root = root
        self.engine = engine
        self.changed = changed
        """Called in the watcher's thread with what has changed since the last call."""
        self._stopping = threading.Event()
        self._news = threading.Event()
        self._lock = threading.Lock()
        self._paths: set[Path] = set()
        # With no task of its own livereload would watch the folder one stands in.
        self.watch(str(root))

    def start(self, callback: Callable[[], None]) -> bool:
        """Begin to watch, and have the site made once; True, for nobody is to poll."""
        for work in (self._watch_top, self._watch_folders, self._work):
            threading.Thread(target=work, daemon=True, name=work.__name__).start()
        # A file saved after it was read and before the system tells of changes would be missed.
        threading.Timer(_BEGUN, self._note, ({self.root},)).start()
        return True

    def stop(self) -> None:
        self._stopping.set()
        self._news.set()

    def _watch_top(self) -> None:
        """site.yaml, and folders that come and go. Editors replace files: so the folder is watched."""
        for changes in self._watched(self.root, recursive=False):
            self._note({p for p in changes if p.name == "site.yaml" or p.name in _FOLDERS})

    def _watch_folders(self) -> None:
        while not self._stopping.is_set():
            folders = self._folders()
            for changes in self._watched(*folders, recursive=True):
                self._note({p for p in changes if _counts(p)})
                if self._folders() != folders:
                    self._note({self.root})
                    break

    def _watched(self, *paths: Path, recursive: bool) -> Iterator[set[Path]]:
        for changes in watchfiles.watch(
            *paths,
            watch_filter=None,
            debounce=_LONGEST_WAIT,
            step=_SETTLED,
            stop_event=self._stopping,
            rust_timeout=500,
            yield_on_timeout=True,
            raise_interrupt=False,
            recursive=recursive,
        ):
            yield {Path(path) for _, path in changes}

    def _folders(self) -> tuple[Path, ...]:
        ours = [self.root / name for name in _FOLDERS]
        engines = [self.engine, self.engine.parent / "templates", self.engine / "templates"]
        return tuple(dict.fromkeys(folder for folder in (*ours, *engines) if folder.is_dir()))

    def _note(self, paths: set[Path]) -> None:
        if paths:
            with self._lock:
                self._paths |= paths
            self._news.set()

    def _work(self) -> None:
        while True:
            self._news.wait()
            self._news.clear()
            if self._stopping.is_set():
                return
            with self._lock:
                paths, self._paths = self._paths, set()
            self.changed(paths)


def _counts(path: Path) -> bool:
    """Whether a change of `path` can change the site: not what editors and Python leave behind."""
    hidden = any(part.startswith(".") for part in path.parts[-2:])
    return not (hidden or "__pycache__" in path.parts or path.name.endswith(("~", ".swp", ".tmp")))


def reload_tabs(loop: IOLoop, paths: tuple[str, ...]) -> None:
    """Tell every open tab, from any thread, to load `paths` again."""
    for path in paths:
        loop.add_callback(LiveReloadHandler.reload_waiters, path)
