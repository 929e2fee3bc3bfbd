"""The engine as a whole: spans, order, blocks, rows and the table."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from hzview.figures import Figure, Kind, Measure, detect_spans, extract
from hzview.figures.doubts import DOUBTS, KIND, ORDER, UNNAMED
from hzview.figures.rows import figure_rows
from hzview.figures.table import indicator_table
from hzview.model import BlockType, Paragraph, Report, Role, Section
from tests.unit.figures.reports import report

SENTENCES = (
    "地区生产总值达到2476.1亿元，增长8.5%，增幅居全省第二位。",
    "城镇、农村居民人均可支配收入分别达到49934元和28999元。",
    "新增7家上市公司、２０家挂牌企业。",
    "PM2.5平均浓度每立方米42微克，下降10.6%。",
    "三次产业结构调整为8∶54.9∶37.1。",
    "粮食产量达到四亿零七百多万吨。",
    "力争到2022年，森林覆盖率达到 61 %。",
    "劣Ⅴ类水全面消除，77个断面达到Ⅲ类。",
)
texts = st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=4).map("".join)


@given(st.lists(texts, min_size=1, max_size=5))
def test_blocks_limit_the_work_and_change_nothing(paragraphs: list[str]) -> None:
    opened = Report(
        "报告",
        year=2018,
        sections=(Section("一、回顾", role=Role.REVIEW, paragraphs=tuple(map(Paragraph, paragraphs))),),
    )
    whole = extract(opened)
    pieces = [extract(opened, range(index, index + 1)) for index in range(len(opened.blocks))]
    assert [figure for piece in pieces for figure in piece] == list(whole)


@given(texts)
def test_spans_are_where_the_figures_are_written(text: str) -> None:
    opened = report(text)
    block = next(index for index, block in enumerate(opened.blocks) if block.type is BlockType.PARAGRAPH)
    figures = extract(opened)
    assert [(f.span.start, f.span.end) for f in figures] == list(detect_spans(text))
    for figure in figures:
        assert figure.span.paragraph == block
        assert text[figure.span.start : figure.span.end] == figure.text
        assert figure.sentence.start <= figure.span.start < figure.span.end <= figure.sentence.end


@given(texts, texts)
def test_a_sentence_before_changes_nothing(before: str, text: str) -> None:
    def read(whole: str) -> list[tuple[str, tuple[str, ...], Measure]]:
        return [(figure.text, figure.indicators, figure.measure) for figure in extract(report(whole))]

    assert read(before + text) == read(before) + read(text)


@settings(max_examples=50)
@given(texts, st.integers(0, 200))
def test_blanks_change_only_the_surface(text: str, place: int) -> None:
    cut = place % (len(text) + 1)
    spaced = text[:cut] + " \u3000" + text[cut:]
    plain, other = extract(report(text)), extract(report(spaced))
    assert [(f.value, f.unit, f.indicators, f.kind) for f in plain] == [
        (f.value, f.unit, f.indicators, f.kind) for f in other
    ]


def test_headings_hold_no_figures() -> None:
    opened = report("正文没有数。", heading="一、完成10件实事，增长8%")
    assert extract(opened) == ()


def test_a_row_for_each_indicator() -> None:
    opened = report("财政总收入和地方财政收入均增长8%以上。", role="tasks", heading="二、主要任务")
    rows = list(figure_rows(opened, extract(opened)))
    assert [row["indicator"] for row in rows] == ["财政总收入", "地方财政收入"]
    assert {(row["text"], row["start"], row["kind"], row["section"]) for row in rows} == {
        ("8%", 15, "target", "二、主要任务")
    }
    assert rows[0]["sentence"] == "财政总收入和地方财政收入均增长8%以上。"


@given(texts)
def test_the_table_loses_no_figure(text: str) -> None:
    figures = extract(report(text))
    rows = indicator_table(figures)
    assert sorted(
        (f.span.start, name) for row in rows for f in row.figures for name in [row.indicator]
    ) == sorted((f.span.start, name) for f in figures for name in f.indicators)
    for row in rows:
        cells = [figure for measure in Measure for figure in row.cells(measure)]
        assert sorted(cells, key=_start) == sorted(row.figures, key=_start)


def _start(figure: Figure) -> int:
    return figure.span.start


def test_the_table_keeps_result_and_target_apart() -> None:
    review = Section("一、回顾", role=Role.REVIEW, paragraphs=(Paragraph("固定资产投资增长11.3%。"),))
    tasks = Section("二、任务", role=Role.TASKS, paragraphs=(Paragraph("固定资产投资增长12%。"),))
    rows = indicator_table(extract(Report("报告", year=2020, sections=(review, tasks))))
    assert [(row.indicator, row.kind, len(row.figures)) for row in rows] == [
        ("固定资产投资", Kind.ACTUAL, 1),
        ("固定资产投资", Kind.TARGET, 1),
    ]


def test_doubts_are_said() -> None:
    assert extract(report("增长8%。"))[0].doubts == (UNNAMED,)
    assert ORDER in extract(report("大中小型矿山建成率分别达到90%、80%和70%。"))[0].doubts
    assert KIND in extract(report("力争增长8%，出口增长5%。"))[1].doubts
    assert extract(report("地区生产总值增长8%。"))[0].doubts == ()
    assert all(DOUBTS.values())


def test_without_a_year_there_is_no_period() -> None:
    assert extract(report("地区生产总值增长8%。", year=None))[0].period is None
