"""Both themes are legible (WCAG 2.1, 1.4.3 and 1.4.11), and tell results from targets for every kind of colour vision."""

from __future__ import annotations

import math
from itertools import product

import pytest
from textual.theme import Theme

from hzview.tui.themes import THEMES, inks

GROUNDS = ("page", "panel", "cursor", "here", "hit", "selection", "marked")

# Machado, Oliveira and Fernandes 2009, severity 1.0: what is left of linear red, green and blue.
VISIONS = {
    "protanopia": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "deuteranopia": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)),
    "tritanopia": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.303900)),
    "trichromacy": ((1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 1.0)),
}  # fmt: skip

Colour = tuple[float, float, float]


def linear(colour: str) -> Colour:
    """Return linear red, green and blue of ``#rrggbb`` (sRGB)."""
    red, green, blue = (
        value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4
        for value in (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    )
    return red, green, blue


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours (WCAG 2.1)."""
    dark, light = sorted(
        0.2126 * red + 0.7152 * green + 0.0722 * blue for red, green, blue in map(linear, (one, other))
    )
    return (light + 0.05) / (dark + 0.05)


def lab(colour: Colour) -> Colour:
    """Return a linear colour in CIE Lab (D65)."""
    red, green, blue = colour
    white = (0.9505, 1.0, 1.089)
    xyz = (
        0.4124 * red + 0.3576 * green + 0.1805 * blue,
        0.2126 * red + 0.7152 * green + 0.0722 * blue,
        0.0193 * red + 0.1192 * green + 0.9505 * blue,
    )
    fx, fy, fz = (
        (value / of) ** (1 / 3) if value / of > 0.008856 else 7.787 * value / of + 16 / 116
        for value, of in zip((max(value, 0.0) for value in xyz), white, strict=True)
    )
    return 116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)


def seen(colour: str, vision: str) -> Colour:
    """Return a colour in Lab as it is seen with ``vision``."""
    red, green, blue = linear(colour)
    rows = ((a * red + b * green + c * blue) for a, b, c in VISIONS[vision])
    first, second, third = (min(max(value, 0.0), 1.0) for value in rows)
    return lab((first, second, third))


def difference(one: str, other: str, vision: str) -> float:
    """Return how far apart two colours are (CIE 1976); 2.3 can just be told apart."""
    return math.dist(seen(one, vision), seen(other, vision))


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_what_is_to_be_read_can_be_read(theme: Theme) -> None:
    colours = inks(theme)
    least = {"ink": 7.0, "body": 5.0, "actual": 4.5, "target": 4.0, "found": 3.5}
    for name, ground in product(least, GROUNDS):
        assert contrast(getattr(colours, name), getattr(colours, ground)) >= least[name], (name, ground)
    for ground in ("page", "panel", "here"):
        assert contrast(colours.quiet, getattr(colours, ground)) >= 4.5, ground
    assert contrast(colours.quiet, colours.cursor) >= 3.5
    assert contrast(colours.page, colours.actual) >= 4.5
    assert contrast(colours.page, colours.target) >= 4.5
    assert contrast(colours.on_hit_now, colours.hit_now) >= 7


@pytest.mark.parametrize("vision", VISIONS)
@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_kinds_are_told_apart_by_everybody(theme: Theme, vision: str) -> None:
    colours = inks(theme)
    assert difference(colours.actual, colours.target, vision) > 20
    for name in ("actual", "target"):
        assert difference(getattr(colours, name), colours.body, vision) > 12
    for one, other in (("hit", "page"), ("selection", "page"), ("marked", "page"), ("hit", "hit_now")):
        assert difference(getattr(colours, one), getattr(colours, other), vision) > 6, (one, other)
    for one, other in (("hit", "selection"), ("marked", "hit"), ("marked", "selection")):
        assert difference(getattr(colours, one), getattr(colours, other), vision) > 4, (one, other)
