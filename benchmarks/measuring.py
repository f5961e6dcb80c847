"""What a command takes: seconds of wall clock and of processors, and memory of all its processes."""

import os
import subprocess
import sys
import threading
import time
from pathlib import Path

Measured = dict[str, float]
_OFTEN = 0.02
"""Seconds between two looks at the memory, at least."""
_REST = 50
"""So many times as long as a look took, nobody looks: of a gigabyte one takes a processor 0.02 s."""


def run(command: list[str], cwd: Path) -> Measured:
    """`wall` and `cpu` in seconds, `mb` of memory at most; ends with its output where it fails."""
    log = cwd.with_suffix(".log")
    with log.open("wb") as out:
        begun = time.perf_counter()
        process = subprocess.Popen(command, cwd=cwd, stdout=out, stderr=out)
        memory = _Memory(process.pid)
        memory.start()
        _, status, used = os.wait4(process.pid, 0)
        wall = time.perf_counter() - begun
        memory.is_over.set()
        memory.join()
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit(f"{' '.join(command)} in {cwd}:\n{log.read_text(errors='replace')[-3000:]}")
    # The largest process alone is known exactly; what several have together is seen now and then.
    most = max(memory.most, used.ru_maxrss / 1024)
    return {"wall": wall, "cpu": used.ru_utime + used.ru_stime, "mb": most}


class _Memory(threading.Thread):
    """Looks at a process and all it started, and keeps the most memory they had, in MB.

    Memory that several of them share is counted once (Linux's proportional set size).
    """

    def __init__(self, pid: int) -> None:
        super().__init__(daemon=True)
        self.pid = pid
        self.most = 0.0
        self.is_over = threading.Event()

    def run(self) -> None:
        pause = _OFTEN
        while not self.is_over.wait(pause):
            begun = time.perf_counter()
            self.most = max(self.most, sum(map(_megabytes, _with_children(self.pid))))
            pause = max(_OFTEN, _REST * (time.perf_counter() - begun))


def _with_children(pid: int) -> list[int]:
    found = [pid]
    for one in found:
        try:
            tasks = Path(f"/proc/{one}/task").iterdir()
            found += [int(c) for task in tasks for c in (task / "children").read_text().split()]
        except OSError:
            continue
    return found


def _megabytes(pid: int) -> float:
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0.0
    return next((float(line.split()[1]) / 1024 for line in lines if line.startswith("Pss:")), 0.0)
