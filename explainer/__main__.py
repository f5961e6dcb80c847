"""`python -m explainer`, or `explainer` where it is installed: as `build.py`, for the site one stands in."""

import os
import sys

from explainer.memory.again import told_again


def installed() -> None:
    """Run the command line for the site in the folder one stands in."""
    here = os.getcwd()
    if told_again(sys.argv[1:], here):
        return
    from pathlib import Path

    from explainer.commands.main import leave, main

    leave(main(sys.argv[1:], program="explainer", root=Path(here)))


if __name__ == "__main__":
    installed()
