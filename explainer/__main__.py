"""`python -m explainer`: the command line, for the site in the folder one stands in."""

from explainer.commands.main import installed

if __name__ == "__main__":
    installed()
