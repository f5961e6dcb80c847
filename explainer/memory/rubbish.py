"""Python's search for rubbish, kept from looking through a whole site again and again.

The forms of a site hold each other in no circles, so that they are freed as soon as nobody holds
them, search or not. To look through all of them takes a fifth of a build, and more the larger it is.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def unsearched() -> Iterator[None]:
    """No search while the block runs."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def set_aside() -> None:
    """Search once, and leave out of later searches all that there is now."""
    gc.collect()
    gc.freeze()
