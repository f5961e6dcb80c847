"""ISO dates as readers write them."""

from collections.abc import Mapping


def date_in_words(iso: str, words: Mapping[str, str]) -> str:
    """`iso`, perhaps partial or a range, as `10 June 2025`, `June 2025`, `10–11 May 2025`."""
    first, _, last = iso.partition("/")
    if last and last != first:
        return _range(first, last, words)
    year, month, day = (*first.split("-"), "", "")[:3]
    if not month:
        return year
    name = words["months"].split()[int(month) - 1]
    if not day:
        return words["date_month"].format(month=name, year=year)
    return words["date_day"].format(day=int(day), month=name, year=year)


def label_in_words(label: str, words: Mapping[str, str]) -> str:
    """`label` as it is, or in words where it is a date."""
    parts = label.split("/")
    is_date = all(p[:4].isdigit() and p[4:5] in ("", "-") and len(p) <= 10 for p in parts)
    return date_in_words(label, words) if is_date else label


def _range(first: str, last: str, words: Mapping[str, str]) -> str:
    if len(first) == len(last) == 10 and first[:7] == last[:7]:
        return date_in_words(last, words).replace(
            str(int(last[8:])), f"{int(first[8:])}–{int(last[8:])}", 1
        )
    return f"{date_in_words(first, words)} – {date_in_words(last, words)}"
