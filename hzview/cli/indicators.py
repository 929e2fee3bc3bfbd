"""``hzview indicators``: the catalog of indicators."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from hzview.catalog import Indicator, Nature, Polarity, load_catalog
from hzview.cli.printing import print_rows
from hzview.cli.status import Status
from hzview.exporting import Column, Format
from hzview.folding import fold

if TYPE_CHECKING:
    from hzview.cli.chinese import Verb

_COLUMNS = (
    Column("id", "代号"),
    Column("name", "指标", most=36),
    Column("polarity", "升为"),
    Column("nature", "性质"),
    Column("definition", "定义", most=60),
)
_POLARITIES = {Polarity.UP: "好", Polarity.DOWN: "不好", Polarity.NEUTRAL: "—"}
_NATURES = {
    Nature.ACCOUNT: "年度总量", Nature.FLOW: "流量", Nature.STOCK: "存量", Nature.RATE: "比率", Nature.INDEX: "指数",
}  # fmt: skip


def run(
    words: str | None = None, catalog: str | None = None, form: str = Format.TEXT, bom: bool = False
) -> Status:
    """Print the indicators one of whose names has ``words`` in it."""
    wanted = fold(words or "").text
    chosen = (
        indicator
        for indicator in load_catalog(None if catalog is None else Path(catalog))
        if any(wanted in fold(name).text for name in (indicator.id, *indicator.names))
    )
    return print_rows(_rows(chosen, in_words=form in (Format.TEXT, Format.MD)), _COLUMNS, form, bom=bom)


def _rows(indicators: Iterator[Indicator], *, in_words: bool) -> Iterator[dict[str, object]]:
    for one in indicators:
        yield {
            "id": one.id,
            "name": one.name,
            "synonyms": list(one.synonyms),
            "units": [str(unit or "none") for unit in one.units],
            "nature": _NATURES[one.nature] if in_words else str(one.nature),
            "polarity": _POLARITIES[one.polarity] if in_words else str(one.polarity),
            "definition": one.definition,
            "distinct": list(one.distinct),
        }


def declare() -> Verb:
    """Declare the verb."""
    from hzview.cli.chinese import Argument, Verb
    from hzview.cli.options import catalog_option, format_options

    return Verb(
        "indicators",
        run,
        [
            Argument("words", "文字", "只要名称、别名或代号含此文字的；不写则列出全部", required=False),
            catalog_option(),
            *format_options(),
        ],
        summary="列出指标目录",
        help="列出指标目录：各指标的名称、定义、升降好坏；别名和不可混同的指标见 jsonl、csv。\n"
        "自己的指标写在设置目录的 indicators.toml 里，或用 --catalog 指定。",
        examples="hzview indicators 就业\nhzview indicators --format jsonl > 指标目录.jsonl",
    )
