"""Every command: what it is called, what it takes, and where it is done.

What a command does is imported when it is typed, so that `--help` answers at once.
"""

from explainer.commands.line import Command
from explainer.commands.table.articles import INGEST, SPLIT, SUGGEST, VERIFY
from explainer.commands.table.records import NEW, SCHEMA
from explainer.commands.table.site import BUILD, CHECK, DEPLOY, SERVE

COMMANDS: dict[str, Command] = {
    "build": BUILD,
    "check": CHECK,
    "serve": SERVE,
    "ingest": INGEST,
    "split": SPLIT,
    "verify": VERIFY,
    "suggest": SUGGEST,
    "new": NEW,
    "deploy": DEPLOY,
    "schema": SCHEMA,
}
"""By name, in the order of a writer's work."""
