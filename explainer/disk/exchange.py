"""One folder in the place of another, with as little between as the system allows."""

import errno
import os
import shutil
from pathlib import Path

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2
_NOT_HERE = {errno.EINVAL, errno.ENOSYS, errno.ENOTSUP}


def put_in_place(new: Path, place: Path, aside: Path) -> None:
    """Make the folder `new` the one at `place`; the one that was there is at `new` then.

    Linux swaps the two in one step, so `place` is there at every moment. Elsewhere it is away
    between two renames, and `aside` holds the old one; `put_back` mends what a kill left there.
    """
    if not place.exists():
        new.rename(place)
    elif not exchange(new, place):
        place.rename(aside)
        try:
            new.rename(place)
        except OSError:
            aside.rename(place)
            raise
        aside.rename(new)


def put_back(new: Path, place: Path, aside: Path) -> None:
    """End what `put_in_place` had begun when it was stopped: the old folder is at `place` again."""
    if not aside.is_dir():
        return
    if not place.exists():
        aside.rename(place)
    elif new.exists():
        shutil.rmtree(aside)
    else:
        aside.rename(new)


def exchange(one: Path, other: Path) -> bool:
    """Swap two folders in one step (renameat2, Linux 3.15); False where there is no such step."""
    # Imported here: most builds change nothing, and looking for a C library takes its time.
    import ctypes

    try:
        renameat2 = ctypes.CDLL(None, use_errno=True).renameat2
    except (OSError, AttributeError, TypeError):
        return False
    names = (os.fsencode(one), os.fsencode(other))
    if renameat2(_AT_FDCWD, names[0], _AT_FDCWD, names[1], _RENAME_EXCHANGE) == 0:
        return True
    code = ctypes.get_errno()
    if code in _NOT_HERE:
        return False
    raise OSError(code, os.strerror(code), str(other))
