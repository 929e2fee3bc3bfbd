"""The two themes of our own, and how everything looks in them and in any other theme.

Results are azurite blue, targets cinnabar: a pair that holds for every common kind of colour blindness. All else is ink
in several strengths. Side panes lie on a ground a shade away from the page, so that no box has to be drawn.

What is painted by the line API takes its style from here and not from component classes: Textual works out each of those
for each widget, which cost a third of the time to the first page.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from rich.segment import Segment
from rich.style import Style
from textual.app import App
from textual.color import Color
from textual.filter import LineFilter
from textual.theme import BUILTIN_THEMES, Theme

PAPER = Theme(
    name="paper",
    dark=False,
    primary="#1A5B8C",
    secondary="#655C4E",
    accent="#1A5B8C",
    warning="#A33E14",
    error="#A33E14",
    success="#1A5B8C",
    foreground="#26221E",
    background="#FBF8F1",
    surface="#FBF8F1",
    panel="#EBE9E4",
)
"""Ink on rice paper: light."""

INKSTONE = Theme(
    name="inkstone",
    dark=True,
    primary="#86B9E3",
    secondary="#9C978D",
    accent="#86B9E3",
    warning="#EBA06E",
    error="#EBA06E",
    success="#86B9E3",
    foreground="#E8E3D8",
    background="#1B1C1E",
    surface="#1B1C1E",
    panel="#141517",
)
"""The ink-stone: dark."""

THEMES = (PAPER, INKSTONE)
"""Our own themes."""
AUTO = "auto"
"""What the settings say for the one of our own that is as light or dark as the terminal."""


def no_such_theme(name: str) -> str:
    """Say, in Chinese, that there is no theme ``name``; empty where there is one, of ours or of Textual's."""
    # The colours of the terminal's own themes cannot be mixed.
    usable = [AUTO, *(theme.name for theme in (*THEMES, *BUILTIN_THEMES.values()) if not theme.ansi)]
    return "" if name in usable else f"没有 {name} 这个主题，只有 {'、'.join(usable)}"


@dataclass(frozen=True)
class Inks:
    """The colours of a theme, as ``#rrggbb``."""

    page: str
    """Ground of the text."""
    panel: str
    """Ground of everything around it."""
    ink: str
    """What should be seen first: headings, topic sentences."""
    body: str
    """Running text."""
    quiet: str
    """What is there if one looks for it."""
    faint: str
    """What is hardly there."""
    actual: str
    """Results."""
    target: str
    """Targets."""
    hit: str
    """Ground of hits."""
    hit_now: str
    """Ground of the hit that is shown."""
    on_hit_now: str
    """Text upon it."""
    found: str
    """Counts of hits and their marks."""
    selection: str
    """Ground of selected text."""
    cursor: str
    """Ground of the entry under the cursor in the pane that has the focus."""
    here: str
    """Ground of the entry where one is in a pane that has not."""
    marked: str
    """Ground of figures that were marked."""


_PAPER = Inks(
    page="#FBF8F1", panel="#EBE9E4", ink="#26221E", body="#38332D", quiet="#655C4E", faint="#C4BBAB",
    actual="#1A5B8C", target="#A33E14", hit="#F5E3A1", hit_now="#E9B93B", on_hit_now="#26221E", found="#7D5700",
    selection="#CFDDE6", cursor="#D6CDBA", here="#E0DBCF", marked="#D3E4C4",
)  # fmt: skip
_INKSTONE = Inks(
    page="#1B1C1E", panel="#141517", ink="#E8E3D8", body="#CFCABF", quiet="#9C978D", faint="#4A4845",
    actual="#86B9E3", target="#EBA06E", hit="#4E431F", hit_now="#D9AE3C", on_hit_now="#1B1C1E", found="#D9AE3C",
    selection="#2F4350", cursor="#2E3035", here="#212327", marked="#2B3D27",
)  # fmt: skip


# Terminals of sixteen colours take the nearest one: these are rich's own sixteen, so that what is told apart stays so.
_SIXTEEN_LIGHT = Inks(
    page="#FFFFFF", panel="#FFFFFF", ink="#000000", body="#000000", quiet="#555555", faint="#AAAAAA",
    actual="#0000AA", target="#AA0000", hit="#FFFF55", hit_now="#AA5500", on_hit_now="#FFFFFF", found="#AA5500",
    selection="#55FFFF", cursor="#AAAAAA", here="#AAAAAA", marked="#55FF55",
)  # fmt: skip
_SIXTEEN_DARK = Inks(
    page="#000000", panel="#000000", ink="#FFFFFF", body="#AAAAAA", quiet="#AAAAAA", faint="#555555",
    actual="#55FFFF", target="#FFFF55", hit="#AA5500", hit_now="#FFFF55", on_hit_now="#000000", found="#FFFF55",
    selection="#0000AA", cursor="#555555", here="#555555", marked="#00AA00",
)  # fmt: skip


def inks(theme: Theme, *, sixteen: bool = False) -> Inks:
    """Return the colours of ``theme``; those of a theme that is not ours are mixed from what it has.

    A terminal of ``sixteen`` colours gets a dark or a light set of those.
    """
    if sixteen:
        return _SIXTEEN_DARK if theme.dark else _SIXTEEN_LIGHT
    ours = {PAPER.name: _PAPER, INKSTONE.name: _INKSTONE}.get(theme.name)
    if ours is not None:
        return ours
    colours = theme.to_color_system().generate()

    def mixed(name: str, share: float, ground: str = "background") -> str:
        return Color.parse(colours[ground]).blend(Color.parse(colours[name]), share, 1.0).hex6

    return Inks(
        page=mixed("background", 1), panel=mixed("panel", 0.4), ink=mixed("foreground", 1),
        body=mixed("foreground", 0.85), quiet=mixed("foreground", 0.6), faint=mixed("foreground", 0.25),
        actual=mixed("primary", 0.8, "foreground"), target=mixed("warning", 0.8, "foreground"),
        hit=mixed("warning", 0.3), hit_now=mixed("warning", 1), on_hit_now=mixed("background", 1),
        found=mixed("warning", 0.7, "foreground"), selection=mixed("primary", 0.35),
        cursor=mixed("primary", 0.3), here=mixed("primary", 0.12),
        marked=mixed("success", 0.25),
    )  # fmt: skip


@dataclass(frozen=True)
class Looks:
    """The styles of everything that is painted, by name, in one theme."""

    inks: Inks
    """The colours they are made of."""
    sixteen: bool = False
    """Whether there are few colours: then what they tell apart is told by weight and line as well."""
    colourless: bool = False
    """Whether there are none: then it is told by weight, line, strength and reversal alone."""
    _made: dict[tuple[str, ...], Style] = field(default_factory=dict, compare=False)

    def __call__(self, *names: str) -> Style:
        """Return the style of ``names``, each over the one before: a ground, what lies on it, what marks it."""
        style = self._made.get(names)
        if style is None:
            style = Style()
            for name in names:
                style = self._over(style, name)
            self._made[names] = style
        return style

    def _over(self, style: Style, name: str) -> Style:
        """``style`` with what a name adds to it; what is reversed twice is as it was, and stands out by that."""
        if not self.colourless:
            return style + _style(self.inks, name, sixteen=self.sixteen)
        added = Style.parse(_COLOURLESS[name])
        return style + added + Style(reverse=bool(style.reverse) != bool(added.reverse))


_LOOKS: dict[tuple[str, bool, bool], Looks] = {}


def looks(theme: Theme, *, colourless: bool = False, sixteen: bool = False) -> Looks:
    """Return the styles of ``theme``; they are made once, for themes are told apart by name."""
    key = (theme.name, colourless, sixteen)
    found = _LOOKS.get(key)
    if found is None:
        found = _LOOKS[key] = Looks(inks(theme, sixteen=sixteen), sixteen, colourless)
    return found


def looks_of(app: App[Any]) -> Looks:
    """Return the styles of the theme of ``app`` on its terminal."""
    return looks(app.current_theme, colourless=app.no_color, sixteen=has_few_colours(app))


def has_few_colours(app: App[Any]) -> bool:
    """Tell whether the terminal of ``app`` has sixteen colours at most."""
    return app.console.color_system in (None, "standard", "windows")


class Colourless(LineFilter):
    """Takes all colours away. Textual's own filter for this leaves greys."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """Return ``segments`` without colours."""
        return [Segment(text, style and style.without_color, control) for text, style, control in segments]


_GROUNDS: Mapping[str, tuple[str, str]] = {
    "page": ("body", "page"), "panel": ("body", "panel"), "cursor": ("body", "cursor"), "here": ("body", "here"),
}  # fmt: skip
_INK_OF: Mapping[str, tuple[str, str]] = {
    "strong": ("ink", "bold"), "lead": ("ink", "bold"), "ink": ("ink", ""), "plain": ("body", ""), "quiet": ("quiet", ""), "faint": ("faint", ""),
    "actual": ("actual", ""), "target": ("target", ""), "target-text": ("target", "underline"),
    "found": ("found", "bold"), "bar": ("quiet", ""),
}  # fmt: skip
_MARKS: Mapping[str, tuple[str, str, str]] = {
    "now-actual": ("page", "actual", "bold"), "now-target": ("page", "target", "bold underline"),
    "hit-now": ("on_hit_now", "hit_now", "bold"), "caret": ("page", "ink", ""),
}  # fmt: skip
_WASHES: Mapping[str, str] = {"hit": "hit", "selection": "selection", "marked": "marked"}


_COLOURLESS: Mapping[str, str] = {
    "page": "", "panel": "", "cursor": "reverse", "here": "underline",
    "strong": "bold", "lead": "", "ink": "", "plain": "", "quiet": "dim", "faint": "dim", "bar": "dim", "found": "bold",
    "actual": "bold", "target": "underline", "target-text": "underline",
    "now-actual": "reverse bold", "now-target": "reverse bold underline", "caret": "reverse bold underline",
    "hit": "reverse dim", "hit-now": "reverse underline", "selection": "reverse", "marked": "reverse dim underline",
}  # fmt: skip
"""What each name looks like without colours. Topic sentences are as other text there: results are what is bold."""


def _style(inks: Inks, name: str, *, sixteen: bool) -> Style:
    """The style of one name."""

    def colour(which: str) -> str:
        return str(getattr(inks, which))

    if name in _GROUNDS:
        ink, ground = _GROUNDS[name]
        return Style(color=colour(ink), bgcolor=colour(ground))
    if name == "caret" and sixteen:
        return Style(reverse=False, bold=True, underline=True)
    if name in _MARKS:
        ink, ground, extra = _MARKS[name]
        return Style(color=colour(ink), bgcolor=colour(ground)) + Style.parse(extra)
    if name in ("marked", "selection") and sixteen:
        return Style(reverse=True)
    if name in _WASHES:
        return Style(bgcolor=colour(_WASHES[name]), underline=True if sixteen and name == "hit" else None)
    ink, extra = _INK_OF[name]
    style = Style(color=colour(ink)) + Style.parse(extra)
    return style + Style(bold=True) if sixteen and name == "actual" else style
