"""``hzview serve``: the reader in a browser."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING

from hzview.cli import terminal
from hzview.cli.status import Status
from hzview.errors import HzviewError
from hzview.opening import open_report

if TYPE_CHECKING:
    from hzview.cli.chinese import Verb

_HOST, _PORT = "127.0.0.1", 8018


def run(
    report: str | None = None, host: str = _HOST, port: int = _PORT, allow_remote: bool = False
) -> Status:
    """Serve readers on ``report`` at ``host`` and ``port`` until Ctrl+C.

    Raises:
        HzviewError: the extra is not installed, ``host`` is for others too and that was not allowed, the report cannot
            be read, or the port cannot be had.
    """
    try:
        from hzview.tui import serving
    except ImportError as error:
        raise HzviewError("hzview serve 需要另装：pip install 'hzview[serve]'") from error
    if not allow_remote and not serving.is_loopback(host):
        raise HzviewError(f"{host} 别的机器也能连上；确要如此，请加 --allow-remote")
    if report == "-":
        raise HzviewError("hzview serve 读不了标准输入：每打开一个网页都要重读一次报告，请先存成文件")
    gc.enable()
    open_report(report)  # what is wrong with it is better said here than in the browser
    from hzview.settings import load_settings

    load_settings()
    serving.serve(report, host, port, _announce)
    return Status.FOUND


def _announce(address: str) -> None:
    terminal.line("在浏览器里打开（地址里有钥匙，不要给别人）：")
    terminal.line(address)
    terminal.line("Ctrl+C 结束")
    terminal.flush()


def declare() -> Verb:
    """Declare the verb."""
    import click

    from hzview.cli.chinese import Count, Verb
    from hzview.cli.options import report_argument

    return Verb(
        "serve",
        run,
        [
            report_argument(),
            click.Option(
                ["--host"], metavar="地址", default=_HOST, help="监听的地址，默认 127.0.0.1，只有本机能连"
            ),
            click.Option(
                ["--port"],
                type=Count(1, 65535),
                metavar="端口",
                default=_PORT,
                help=f"监听的端口，默认 {_PORT}",
            ),
            click.Option(
                ["--allow-remote"], is_flag=True, help="准许监听别的机器也能连上的地址；不加密，慎用"
            ),
        ],
        summary="在浏览器里打开阅读器",
        help="在浏览器里打开阅读器，给出带钥匙的地址；每个网页各有一个阅读器。\n需要另装：pip install 'hzview[serve]'",
        examples="hzview serve\nhzview serve 报告.docx --port 9000",
    )
