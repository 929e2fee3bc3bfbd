"""The application around the reader: its theme, the user's keys, the place that is remembered, and how it ends."""

from __future__ import annotations

import asyncio
import gc
import os
import signal
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from dataclasses import fields
from typing import TYPE_CHECKING, TypeVar

from textual import events
from textual.app import App
from textual.driver import Driver
from textual.filter import LineFilter
from textual.screen import Screen

from hzview.errors import HzviewError
from hzview.settings import Settings
from hzview.state import ReadingState, StateStore
from hzview.tui.actions import ACTIONS, Scope, bindings, textual_keymap
from hzview.tui.copying import Copier
from hzview.tui.keys import key_of
from hzview.tui.reading import Reading
from hzview.tui.screens.reader import ReaderScreen
from hzview.tui.settings_watch import SettingsWatch, fine, problems_of_meaning
from hzview.tui.themes import AUTO, INKSTONE, PAPER, THEMES, Colourless, has_few_colours, no_such_theme
from hzview.tui.thrift import forget_screen, in_gnu_screen, set_ambiguous, thrifty_driver
from hzview.tui.typed import Typed
from hzview.tui.widgets.adapting import Adapting
from hzview.tui.widgets.pane import Pane

if TYPE_CHECKING:
    from hzview.model import Position
    from hzview.opening import Opened
    from hzview.tui.asking import WidthQuestion
    from hzview.tui.openable import Openable

Result = TypeVar("Result")
"""What a screen ends with."""
Closed = Callable[[Result | None], None] | Callable[[Result | None], Awaitable[None]]
"""Who is told what a screen ended with."""
SAVE_SECONDS = 2.0
"""How often it is saved how the report is left, if that has changed, should everything end at a stroke."""
LOOK_SECONDS = 1.0
"""How often it is looked whether the settings file is another one."""
SETTLE_SECONDS = 0.2
"""How long it must be that, when it is looked at because the person has come back."""
_BY_ID = {action.id: action for action in ACTIONS}
_DIGITS = tuple("0123456789０１２３４５６７８９")
_FIRST_TIME = "第一次打开：? 列出全部按键；鼠标可点可选，双击选数；中文输入法开着也行"
"""What is said to who opens the reader for the first time; it goes away with the first move."""
_SIGNALED = 128
"""What a shell adds to a signal's number for the exit status of what it ended."""


class HzviewApp(App[int], inherit_bindings=False):
    """The reader as an application. It ends with an exit status."""

    CSS_PATH = "hzview.tcss"
    TITLE = "hzview"
    BINDINGS = bindings(Scope.APP)
    ENABLE_COMMAND_PALETTE = False
    ALLOW_SELECT = False

    def __init__(
        self,
        opened: Opened,
        settings: Settings | None = None,
        states: StateStore | None = None,
        copied: list[str] | None = None,
        asked: WidthQuestion | None = None,
        watch: SettingsWatch | None = None,
    ) -> None:
        """Read ``opened`` where it was left, as ``settings`` say; how it is left is kept in ``states``.

        What is copied is also added to ``copied``, if that is given. ``asked`` and ``watch`` are as in ``run_app``.
        """
        self._asked = asked
        self._settings = settings or Settings()
        self._watch = watch or SettingsWatch()
        self._keymap_shown = dict(self._settings.keys)
        self._complaint = ""
        super().__init__()
        self.animation_level = "none"
        for theme in THEMES:
            self.register_theme(theme)
        self.theme = self._theme_of_settings()
        self.set_class(self.no_color or has_few_colours(self), "-few-colours")
        self._states = states or StateStore()
        self._copier = Copier(self._settings, self._write_terminal, copied)
        self._told_unsaved = False
        self.typed = Typed()
        """The number before a key, or the letter after it, while it is being typed."""
        self.autospace = self._settings.autospace
        """Whether a space is drawn where Chinese meets Latin letters or digits."""
        self._first = self._reader_on(opened)
        self.set_keymap(textual_keymap(self._settings.keys))

    def get_default_screen(self) -> ReaderScreen:
        """Return the reader."""
        return self._first

    @property
    def reader(self) -> ReaderScreen:
        """The reader that is uppermost: the first one, or one that was opened over it."""
        return self._readers()[-1]

    def _readers(self) -> list[ReaderScreen]:
        return [screen for screen in self.screen_stack if isinstance(screen, ReaderScreen)] or [self._first]

    def _reader_on(self, opened: Opened, position: Position | None = None) -> ReaderScreen:
        """A reader on a report, at ``position`` or where it was left."""
        reading = Reading(opened.report, opened.name, opened.identity)
        left = self._states.load(opened.identity) or ReadingState()
        reading.place = reading.clamped(position or left.place)
        reader = ReaderScreen(
            reading,
            self._copier,
            self._keymap_shown,
            measure=self._settings.measure,
            ambiguous=self._ambiguous,
            autospace=self.autospace,
        )
        reader.restore(left)
        return reader

    async def open_screen(self, screen: Screen[Result], done: Closed[Result] | None = None) -> None:
        """Open ``screen`` over all others; ``done`` is told what it ends with. The next key is heard by it already."""
        await self.push_screen(screen, done)
        if screen.focused is None and isinstance(screen.AUTO_FOCUS, str):
            # Nothing is left of a screen that opened when the application was about to end.
            for widget in screen.query(screen.AUTO_FOCUS):
                screen.set_focus(widget)

    def set_autospace(self, autospace: bool) -> None:
        """Draw a space where Chinese meets Latin letters or digits, or none, in every report that is open."""
        self.autospace = autospace
        self._set_pages()

    def _set_pages(self) -> None:
        for reader in self._readers():
            reader.document.set_page(measure=self._settings.measure, autospace=self.autospace)

    def openable(self, current: str) -> list[Openable]:
        """Return what else could be read than the report ``current``. A thread may ask.

        Raises:
            HzviewError: the library cannot be read.
        """
        from hzview.tui.openable import in_library, recent

        return [*recent(self._states, current), *in_library()]

    async def open_report(self, opened: Opened, position: Position | None = None) -> ReaderScreen:
        """Read ``opened`` over all other screens, at ``position`` or where it was left; Esc comes back to them."""
        reader = self._reader_on(opened, position)
        await self.open_screen(reader)
        return reader

    async def open_figure(self, number: int, position: Position) -> None:
        """Read the report ``number`` of the user's library at the figure at ``position``, which is selected.

        Raises:
            HzviewError: the library has no such report, or cannot be read.
        """
        from hzview.library.stored import stored

        reader = await self.open_report(await asyncio.to_thread(stored, number), position)
        reader.finder.find(range(position.paragraph, position.paragraph + 1))
        reader.call_after_refresh(reader.go, position)

    def close_report(self, reader: ReaderScreen) -> bool:
        """Go back from a report to the screen over which it was opened; tell whether there is one."""
        if reader is self._first or self.screen is not reader:
            return False
        self._save()
        self.pop_screen()
        return True

    def uncover(self, reader: ReaderScreen) -> None:
        """Close whatever was opened over ``reader``."""
        while self.screen is not reader:
            self.pop_screen()

    def get_driver_class(self) -> type[Driver]:
        """Return the driver of this platform, writing fewer bytes."""
        return thrifty_driver(
            super().get_driver_class(),
            ambiguous=self._ambiguous,
            terminal=self._asked.attributes if self._asked else None,
        )

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Return what goes over each line before it is drawn: where no colours are wanted, none are left."""
        return (Colourless(),) if self.no_color else super().get_line_filters()

    async def on_event(self, event: events.Event) -> None:
        """Do at once what a key of the registry asks.

        Textual would put the key into the queue of the widget that has the focus now; keys that come faster than the
        screen would then all go to that widget, though the first of them moves the focus elsewhere.
        """
        if isinstance(event, events.Resize):
            forget_screen(self._driver)
        if isinstance(event, events.Key) and not event.is_forwarded and await self._heard(event):
            return
        await super().on_event(event)

    async def _heard(self, key: events.Key) -> bool:
        """Take ``key`` as an answer, as a digit of a number, or as an action's; tell whether it was one of them."""
        if not self.screen_stack:  # the end has come before the last keys
            return True
        if self.typed.asking:
            self.typed.answer(key.character if key.is_printable else None)
            return True
        own = self.reader.own_action(key.key) if self.screen is self.reader else None
        counting = self.typed.number is not None and key.character in _DIGITS
        if own is not None and not counting:
            await self.reader.run_action(own.called(self.typed.take()))
            return True
        active = self.screen.active_bindings.get(key.key)
        if active is not None and active.enabled and (action := _BY_ID.get(active.binding.id or "")):
            await self.run_action(action.called(self.typed.take()), active.node)
            return True
        counting = isinstance(self.focused, Pane) and self.typed.digit(key.character)
        if not counting:
            self.typed.take()
        self.reader.show_status()
        return counting

    def on_mount(self) -> None:
        """Get ready for the end, however it comes, and say what is wrong with the settings."""
        self.call_after_refresh(_collect_garbage_again)
        self.call_after_refresh(self._type_ahead)
        self._end_well_by_signals()
        # Textual enters the alternate screen again and leaves it empty where the window has kept its size.
        self.app_resume_signal.subscribe(self, lambda _: self._back_again())
        self.set_interval(SAVE_SECONDS, self._save_beside)
        self.set_interval(LOOK_SECONDS, self._look_at_settings)
        if not self._states.folder.exists():
            self.reader.notice(_FIRST_TIME)
        if complaints := "；".join(
            f"设置 {key}：{what}" for key, what in problems_of_meaning(self._settings)
        ):
            self.reader.notice(complaints)

    def _theme_of_settings(self) -> str:
        """The theme of the settings, else one of our own, as light or dark as the terminal."""
        if self._settings.theme != AUTO and not no_such_theme(self._settings.theme):
            return self._settings.theme
        said = self._asked.is_light if self._asked else None
        return PAPER.name if (_light_terminal() if said is None else said) else INKSTONE.name

    @property
    def _ambiguous(self) -> int:
        """Cells of a character of ambiguous width: what is set, else what the terminal said when it was asked."""
        return self._settings.ambiguous_width or (self._asked and self._asked.cells) or 1

    def _back_again(self) -> None:
        self.refresh(layout=True)
        self._look_twice_at_settings()

    def on_app_focus(self) -> None:
        """Look whether the settings were changed in another window."""
        self._look_twice_at_settings()

    def _look_twice_at_settings(self) -> None:
        self._look_at_settings()
        self.set_timer(SETTLE_SECONDS, self._look_at_settings)

    def _look_at_settings(self) -> None:
        """Take the settings file if it has changed, and say so."""
        if self._watch.changed():
            said = self.read_settings()
            if self._complaint:
                self.reader.hold(said)
            elif said:
                self.reader.notice(said)

    def read_settings(self) -> str:
        """Read the settings file and take what it says, if nothing is wrong with it; else all stays as it was.

        Return what there is to say: what is wrong, or what has changed; nothing where nothing has.
        """
        settings, wrong = self._watch.read()
        before, self._complaint = self._complaint, f"{wrong[0]}{_among(wrong)}；照旧" if wrong else ""
        if wrong:
            return self._complaint
        changed = [
            field.name
            for field in fields(Settings)
            if getattr(settings, field.name) != getattr(self._settings, field.name)
        ]
        if changed:
            self._take(settings)
            return f"已照新的设置：{'、'.join(changed)}"
        return "设置文件改好了，没有问题" if before else ""

    def about_settings(self) -> str:
        """Say where the settings file is and whether it can be used; take it if it has changed."""
        said = self.read_settings()
        return said if self._complaint else "；".join(filter(None, (fine(self._watch.path), said)))

    def _take(self, settings: Settings) -> None:
        """Go on as ``settings`` say. A theme or spaces chosen by a key stay, unless they say another thing than before."""
        before, self._settings = self._settings, settings
        self._copier.settings = settings
        self._keymap_shown.clear()
        self._keymap_shown.update(settings.keys)
        self.set_keymap(textual_keymap(settings.keys))
        if settings.theme != before.theme:
            self.theme = self._theme_of_settings()
        if settings.autospace != before.autospace:
            self.autospace = settings.autospace
        set_ambiguous(self._driver, self._ambiguous)
        self._set_pages()
        for screen in self.screen_stack:
            for widget in screen.walk_children():
                if isinstance(widget, Adapting):
                    widget.adapt(self._ambiguous)
                    widget.refresh()
            # What is said above the columns of a pane stands where they are by then, as after another size.
            screen.post_message(events.Resize(self.size, self.size))
        for reader in self._readers():
            reader.sync()

    def _type_ahead(self) -> None:
        """Take the keys that were typed before there was anything to take them."""
        for character in self._asked.typed_ahead if self._asked else "":
            self.post_message(events.Key(key_of(character), character))

    def _write_terminal(self, sequence: str) -> None:
        if self._driver is not None:
            self._driver.write(sequence)

    def _end_well_by_signals(self) -> None:
        """End in order when told to: the terminal as it was before, the place saved."""
        loop = asyncio.get_running_loop()
        # Windows has no SIGHUP and its loops no handlers; a loop outside the main thread has none either.
        with suppress(NotImplementedError, RuntimeError, ValueError, AttributeError):
            loop.add_signal_handler(signal.SIGTERM, self._end_by_signal, signal.SIGTERM)
            loop.add_signal_handler(signal.SIGINT, self._end_by_signal, signal.SIGINT)
            signal.signal(signal.SIGHUP, self._end_without_terminal)

    def _end_without_terminal(self, number: int, _: object) -> None:
        """End at once: the terminal has gone, and the loop may wait for ever for somebody to take what it writes."""
        try:
            self._save()
        finally:
            os._exit(_SIGNALED + number)

    def _end_by_signal(self, number: int) -> None:
        self._save()
        self.exit(_SIGNALED + number)

    def action_redraw(self) -> None:
        """Draw the whole screen anew, whatever another program has left on it."""
        forget_screen(self._driver)
        self.screen.refresh(layout=True)

    def action_suspend(self) -> None:
        """Go back to the shell for a while."""
        self.action_suspend_process()

    async def action_quit(self) -> None:
        """Remember the place and end."""
        self._save()
        self.exit(0)

    def _save(self) -> None:
        """Remember the places. Where that cannot be, the person was told while reading."""
        with suppress(HzviewError):
            for reader in self._readers():
                self._states.save(reader.reading.identity, reader.state())

    async def _save_beside(self) -> None:
        """Remember the place without keeping the keys waiting for the disk; if that cannot be, say so, once."""
        reader = self.reader
        try:
            await asyncio.to_thread(self._states.save, reader.reading.identity, reader.state())
        except HzviewError as error:
            if not self._told_unsaved:
                self._told_unsaved = True
                self.reader.notice(f"记不住读到哪里：{error}")


def _light_terminal() -> bool:
    """Whether the terminal says that its ground is light: the last number of COLORFGBG, 7 or 15, as rxvt set it."""
    return os.environ.get("COLORFGBG", "").rpartition(";")[2] in ("7", "15")


def _among(wrong: list[str]) -> str:
    """Say how many things are wrong, if one is not all."""
    return f"（共 {len(wrong)} 处，见 hzview config check）" if len(wrong) > 1 else ""


def run_app(
    opened: Opened,
    settings: Settings,
    copied: list[str] | None = None,
    asked: WidthQuestion | None = None,
    watch: SettingsWatch | None = None,
) -> int:
    """Run the application as ``settings`` say and return its exit status.

    ``copied`` takes what is copied; ``asked`` is what the terminal was asked before, which knows how it was set up then,
    and what was typed meanwhile; ``watch`` is what has looked at the settings file before ``settings`` were read.
    """
    in_screen = in_gnu_screen()
    if in_screen:  # screen 4 takes true colours for other attributes, and hands on the variable of the terminal around it
        os.environ.pop("COLORTERM", None)
    app = HzviewApp(opened, settings, copied=copied, asked=asked, watch=watch)
    status = app.run(mouse=not in_screen)
    return app.return_code or status or 0


def _collect_garbage_again() -> None:
    """Let the collector work, but not upon what stays until the end anyway."""
    gc.freeze()
    gc.enable()
