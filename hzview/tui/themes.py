"""The two themes of our own, and what their colours mean in any other theme.

Results are azurite blue, targets cinnabar: a pair that holds for every common kind of colour blindness. All else is ink
in several strengths. Side panes lie on a ground a shade away from the page, so that no box has to be drawn.
"""

from __future__ import annotations

from textual.theme import Theme

PAPER = Theme(
    name="paper",
    dark=False,
    primary="#1F5F8B",
    secondary="#8A8070",
    accent="#1F5F8B",
    warning="#A8431C",
    error="#A8431C",
    success="#1F5F8B",
    foreground="#2A2622",
    background="#FBF8F1",
    surface="#FBF8F1",
    panel="#F1ECE1",
    variables={
        "hz-quiet": "#857B6C",
        "hz-faint": "#B9AF9F",
        "hz-body": "#38332D",
        "hz-actual": "#1A5B8C",
        "hz-target": "#A33E14",
        "hz-ink": "#2A2622",
        "hz-found": "#8A6100",
        "hz-hit": "#F5E3A1",
        "hz-hit-now": "#E9B93B",
        "hz-selection": "#D3DFE6",
        "hz-cursor": "#E2DBCB",
        "hz-cursor-quiet": "#E9E3D6",
    },
)
"""Ink on rice paper: light."""

INKSTONE = Theme(
    name="inkstone",
    dark=True,
    primary="#86B6DB",
    secondary="#8C877C",
    accent="#86B6DB",
    warning="#E59A66",
    error="#E59A66",
    success="#86B6DB",
    foreground="#E6E1D6",
    background="#1B1C1E",
    surface="#1B1C1E",
    panel="#151618",
    variables={
        "hz-quiet": "#8F8A80",
        "hz-faint": "#57544F",
        "hz-body": "#D2CDC2",
        "hz-actual": "#86B9E3",
        "hz-target": "#EBA06E",
        "hz-ink": "#1B1C1E",
        "hz-found": "#D9AE3C",
        "hz-hit": "#4E431F",
        "hz-hit-now": "#D9AE3C",
        "hz-selection": "#2F4350",
        "hz-cursor": "#2C2E32",
        "hz-cursor-quiet": "#212326",
    },
)
"""The ink-stone: dark."""

THEMES = (PAPER, INKSTONE)
"""Our own themes."""


def variables_for(theme: Theme) -> dict[str, str]:
    """Return our colours in the terms of another ``theme``, which has none of them."""
    return {
        "hz-quiet": "$text-muted",
        "hz-faint": "$text-disabled",
        "hz-body": "$foreground",
        "hz-actual": "$text-primary",
        "hz-target": "$text-warning",
        "hz-ink": "$background",
        "hz-found": "$text-warning",
        "hz-hit": "$warning-muted",
        "hz-hit-now": "$warning",
        "hz-selection": "$primary-muted",
        "hz-cursor": "$primary-muted",
        "hz-cursor-quiet": "$boost",
    }
