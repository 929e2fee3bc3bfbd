"""The reader on the screen: ``run`` opens it."""

from hzview.tui.app import HzviewApp, run

__all__ = ["HzviewApp", "run"]
