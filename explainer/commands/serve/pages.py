"""Pages as the preview hands them out: with live reload, and with what is wrong."""

import re
from html import escape

from explainer.commands.serve.shown import ProblemLine, Shown
from explainer.text.phrases import several

STYLE_PATH = "/preview.css"
"""Where the list of problems finds its style; no site has a file there."""

STYLE = """\
#preview-problems { position: fixed; inset: auto 0 0 0; z-index: 9999; max-height: 45vh;
  overflow: auto; padding: 1rem max(1rem, 5vw); background: #fff4f1; color: #2b0f08;
  border-top: 4px solid #a8261c; font: 1rem/1.45 system-ui, sans-serif; }
#preview-problems h2 { margin: 0 0 .5rem; font-size: 1.1rem; }
#preview-problems ol { margin: 0; padding-inline-start: 1.5rem; }
#preview-problems li { margin-block: .5rem; }
#preview-problems code, #preview-problems pre { font-family: ui-monospace, monospace; }
#preview-problems pre { margin: .25rem 0; padding: .25rem .5rem; white-space: pre-wrap;
  overflow-wrap: anywhere; background: #fde2dc; color: inherit; }
#preview-problems p { margin: 0; }
@media print { #preview-problems { display: none; } }
"""

# The policy of a published page allows no script but its own; live reload is a guest here.
_POLICY = re.compile(rb'<meta http-equiv="Content-Security-Policy"[^>]*>\n?')
_TITLE = re.compile(rb"<title>")
_BODY = re.compile(rb"<body[^>]*>")


def previewed(html: bytes, shown: Shown, port: int) -> bytes:
    """The page `html` with live reload, without the policy, and with the problems of `shown`."""
    # `snipver` is what livereload's script says of itself in its greeting.
    address = f"/livereload.js?port={port}&amp;snipver={shown.since}"
    script = f'<script src="{address}"></script>\n</head>'.encode()
    page = _POLICY.sub(b"", html, count=1).replace(b"</head>", script, 1)
    if not shown.problems:
        return page
    style = f'<link rel="stylesheet" href="{STYLE_PATH}">\n</head>'.encode()
    page = page.replace(b"</head>", style, 1)
    title = f"<title>({_count(shown)}) ".encode()
    page = _TITLE.sub(lambda _: title, page, count=1)
    listed = _problem_list(shown).encode()
    return _BODY.sub(lambda found: found[0] + b"\n" + listed, page, count=1)


def no_site_yet(shown: Shown) -> bytes:
    """What stands in the place of every page before there was a good site."""
    said = "The problems are listed below" if shown.problems else "The site is being made"
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        "<title>No site yet</title>\n</head>\n<body>\n<main><h1>No site yet</h1>\n"
        f"<p>{said}; this page follows every save.</p></main>\n</body>\n</html>\n"
    ).encode()


def _count(shown: Shown) -> str:
    return several(len(shown.problems), "problem")


def _problem_list(shown: Shown) -> str:
    items = "\n".join(map(_item, shown.problems))
    return (
        f'<section id="preview-problems" role="alert" aria-label="Problems">\n<h2>{_count(shown)}:'
        f" this is the last good site</h2>\n<ol>\n{items}\n</ol>\n</section>\n"
    )


def _item(line: ProblemLine) -> str:
    problem = line.problem
    text = f"<pre>{escape(line.text)}</pre>" if line.text else ""
    hint = f"<p>{escape(problem.hint)}</p>" if problem.hint else ""
    said = escape(problem.message)
    return f"<li><code>{escape(str(problem.origin))}</code>\n<p>{said}</p>{text}{hint}</li>"
