"""What widgets do when the settings change while they are on the screen."""

from __future__ import annotations


class Adapting:
    """A widget that shows what depends on the settings: how many cells a character takes, which keys there are."""

    ambiguous: int = 1
    """Cells of a character of ambiguous width (1 or 2)."""

    def adapt(self, ambiguous: int) -> None:
        """Show things from now on with characters of this ``ambiguous`` width; whoever calls it draws the widget anew."""
        self.ambiguous = ambiguous
