"""Whatever reports go in and out of a library, what is in is what a plain dictionary would hold."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from hzview import content
from hzview.figures import extract
from hzview.figures.rows import figure_rows
from hzview.library import Choice, Library, Prepared
from hzview.library.index import indexed
from hzview.library.statements import stated
from hzview.model import Paragraph, Report, Section
from tests.fuzz.test_content import reports

numbers = st.decimals(allow_nan=False, allow_infinity=False, places=4).filter(lambda n: abs(n) < 10**30)


def prepared(report: Report, digest: str) -> Prepared:
    """Return ``report`` ready to be put in under ``digest``."""
    rows = tuple(figure_rows(report, extract(report)))
    held = indexed(report, {str(row["indicator"]) for row in rows})
    return Prepared(digest, "文件", report, content.dump(report), rows, held, stated(report, rows))


@settings(max_examples=40)
@given(
    st.lists(st.tuples(st.sampled_from("abc"), reports()), max_size=6),
    st.lists(st.integers(1, 6), max_size=4),
    st.text(max_size=3),
)
def test_a_library_is_a_dictionary(added: list[tuple[str, Report]], removed: list[int], region: str) -> None:
    expected: dict[str, Report] = {}
    with TemporaryDirectory() as folder, Library(Path(folder) / "a.db", create=True) as library:
        for digest, report in added:
            assert library.add(prepared(report, digest)) == (digest not in expected)
            expected.setdefault(digest, report)
        assert library.digests() == set(expected)
        held = dict(enumerate(expected.values(), 1))
        for number in removed:
            if held.pop(number, None) is not None:
                library.remove([number])
        assert {int(str(row["id"])) for row in library.reports()} == set(held)
        for number, report in held.items():
            assert library.toml(number) == content.dump(report)
            assert library.figures(number) == list(figure_rows(report, extract(report)))
        chosen = {int(str(row["id"])) for row in library.reports(Choice(region))}
        assert chosen == {number for number, report in held.items() if region in report.region}
        assert list(library.check()) == []


@settings(max_examples=60)
@given(numbers)
def test_values_stay_exact(value: Decimal) -> None:
    text = f"地区生产总值{abs(value):f}亿元，增长8.5%。"
    report = Report("题", sections=(Section("回顾", paragraphs=(Paragraph(text),)),))
    with TemporaryDirectory() as folder, Library(Path(folder) / "a.db", create=True) as library:
        put = prepared(report, "a")
        library.add(put)
        assert [str(row["value"]) for row in library.figures(1)] == [
            format(Decimal(str(row["value"])), "f") for row in put.figures
        ]
