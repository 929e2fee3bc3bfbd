"""The reader on the screen: ``run`` opens it."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from hzview.opening import Opened


def run(opened: Opened, copied: list[str] | None = None) -> int:
    """Let a person read ``opened`` and return the exit status. What is copied is added to ``copied``, if that is given.

    Garbage is not collected until the first page is on the screen: going through what the imports leave behind takes
    longer than anything else that happens before.

    Raises:
        HzviewError: the settings file cannot be used.
    """
    from hzview.settings import load_settings
    from hzview.tui.actions import ACTIONS
    from hzview.tui.asking import WidthQuestion
    from hzview.tui.settings_watch import SettingsWatch

    watch = SettingsWatch()
    settings = load_settings(actions={action.id for action in ACTIONS})
    gc.disable()
    try:
        with WidthQuestion() as question:
            any_theme = settings.theme == "auto"
            if settings.ambiguous_width == 0 or any_theme:
                question.ask(ground=any_theme)
            from hzview.tui.app import run_app

            question.answer()
            return run_app(opened, settings, copied, question, watch)
    finally:
        gc.enable()
