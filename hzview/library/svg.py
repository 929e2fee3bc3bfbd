"""A trend as a picture: SVG 1.1, written by hand, no fonts or scripts inside."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from hzview.figures.figure import Kind
from hzview.library.plot import Scale, scale
from hzview.library.trend import Series, Trend

_WIDTH, _HEIGHT = 800, 450
_LEFT, _RIGHT, _TOP, _BOTTOM = 70, 20, 50, 80
_COLOURS = ("#0b6e99", "#b3541e", "#4a7c2c", "#7b3f8c", "#a8821c", "#3d5a80", "#9b2c40", "#2f7f73")
"""Told apart by the colour-blind at this darkness on white; regions beyond the eighth begin anew."""


def svg(trend: Trend) -> Iterator[str]:
    """Yield the lines of a picture of ``trend``; nothing where there is no value.

    Results are lines, targets hollow marks, ranges bars; disputed values are ringed. Each mark tells on hovering what is
    written in which report.
    """
    axis = scale(trend)
    if axis is None:
        return
    yield f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {_HEIGHT}" font-family="sans-serif" font-size="12">'
    yield f"<title>{escape(trend.title)}</title>"
    yield f'<rect width="{_WIDTH}" height="{_HEIGHT}" fill="white"/>'
    yield f'<text x="{_WIDTH // 2}" y="28" text-anchor="middle" font-size="17">{escape(trend.title)}</text>'
    yield from _axes(trend, axis)
    regions = list(dict.fromkeys(one.region for one in trend.series))
    for one in trend.series:
        yield from _series(one, _COLOURS[regions.index(one.region) % len(_COLOURS)], trend, axis)
    yield from _legend(trend, regions)
    yield "</svg>"


def _x(trend: Trend, year: int) -> float:
    span = len(trend.years) - 1
    room = _WIDTH - _LEFT - _RIGHT - 20
    return round(_LEFT + 10 + (room * (year - trend.years[0]) / span if span else room / 2), 1)


def _y(axis: Scale, value: float) -> float:
    room = _HEIGHT - _TOP - _BOTTOM
    return round(_TOP + room * (axis.high - value) / (axis.high - axis.low), 1)


def _axes(trend: Trend, axis: Scale) -> Iterator[str]:
    for tick in axis.ticks:
        y = _y(axis, tick)
        yield f'<line x1="{_LEFT}" y1="{y}" x2="{_WIDTH - _RIGHT}" y2="{y}" stroke="#dddddd"/>'
        yield f'<text x="{_LEFT - 8}" y="{y + 4}" text-anchor="end" fill="#444444">{axis.label(tick)}</text>'
    every = -(-len(trend.years) // 16)
    for year in trend.years[::every]:
        x = _x(trend, year)
        yield f'<text x="{x}" y="{_HEIGHT - _BOTTOM + 20}" text-anchor="middle" fill="#444444">{year}</text>'


def _series(one: Series, colour: str, trend: Trend, axis: Scale) -> Iterator[str]:
    points = {year: _y(axis, float(cell.value)) for year, cell in one.cells.items() if cell.value is not None}
    if one.kind is Kind.ACTUAL:
        for year, y in points.items():
            if year + 1 in points:
                there = f'x2="{_x(trend, year + 1)}" y2="{points[year + 1]}"'
                yield f'<line x1="{_x(trend, year)}" y1="{y}" {there} stroke="{colour}" stroke-width="2"/>'
    for year, y in points.items():
        cell, x = one.cells[year], _x(trend, year)
        if cell.value_to is not None:
            bar = f'x2="{x}" y2="{_y(axis, float(cell.value_to))}"'
            yield f'<line x1="{x}" y1="{y}" {bar} stroke="{colour}" stroke-width="6" stroke-opacity="0.4"/>'
        fill = "white" if one.kind is Kind.TARGET else colour
        said = escape(f"{one.region} {year} {cell.text}：{cell.observation.sentence}")
        yield f'<circle cx="{x}" cy="{y}" r="4" fill="{fill}" stroke="{colour}" stroke-width="2"><title>{said}</title></circle>'
        if cell.is_disputed:
            yield f'<circle cx="{x}" cy="{y}" r="8" fill="none" stroke="#c00000" stroke-dasharray="2 2"/>'


def _legend(trend: Trend, regions: list[str]) -> Iterator[str]:
    x = _LEFT
    y = _HEIGHT - 24
    for one in trend.series:
        if not one.cells:
            continue
        colour = _COLOURS[regions.index(one.region) % len(_COLOURS)]
        fill = "white" if one.kind is Kind.TARGET else colour
        name = one.region + ("目标" if one.kind is Kind.TARGET else "实绩")
        width = 26 + 13 * len(name)
        if x + width > _WIDTH - _RIGHT:
            x, y = _LEFT, y + 16
        yield f'<circle cx="{x}" cy="{y - 4}" r="4" fill="{fill}" stroke="{colour}" stroke-width="2"/>'
        yield f'<text x="{x + 10}" y="{y}">{escape(name)}</text>'
        x += width
