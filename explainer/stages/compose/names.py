"""The names a reader can jump to, as a script that the search loads when it is first opened."""

import json

from explainer.stages.compose.desk import Desk
from explainer.stages.compose.lists import search_page


def names_script(desk: Desk) -> str:
    """The text of assets/names.js: a script and no JSON, since from `file://` a page may load nothing else.

    `desk` stands at the site's root, so the addresses hold from there. `hasText` tells whether the
    text is indexed too.
    """
    later = desk.words["later"]
    groups = [
        [
            group.kind,
            desk.words.get(f"search_{group.kind}", group.kind),
            [
                [entry.name, entry.href, entry.hint, entry.also, later if entry.is_later else ""]
                for entry in group.entries
            ],
        ]
        for group in search_page(desk).groups
    ]
    has_text = desk.options.full_text and desk.settings.search
    text = json.dumps(groups, ensure_ascii=False, separators=(",", ":"))
    return f"const names = {text};\nconst hasText = {json.dumps(has_text)};\n"
