"""What each citation covers, as tests/cases/coverage.txt tells."""

import pytest

from explainer.model.prose import PassageRef
from explainer.text.coverage import spans_of
from explainer.text.markdown import parse_prose
from tests.casefile import Case, read_cases


@pytest.mark.parametrize("case", read_cases("coverage.txt", 2), ids=str)
def test_citations_cover(case: Case) -> None:
    text, outcome = case.parts
    prose, problems = parse_prose("a.md", text, is_body=True)
    assert problems == ()
    lines = [
        f"{' '.join(map(str, span.refs)) or '-'}: {span.text.strip().replace(' .', '.')}"
        for span in spans_of(prose)
    ]
    assert [" ".join(line.split()) for line in lines] == outcome.splitlines()


def test_passages_of_a_whole_record_cover_all_its_text() -> None:
    prose, _ = parse_prose("a.md", "One. [@p1] Another.")
    spans = spans_of(prose, (PassageRef("", "p9"),))
    assert [[str(ref) for ref in span.refs] for span in spans] == [["p1", "p9"], ["p9"]]
