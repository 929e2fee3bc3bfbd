"""One reader for one page in a browser: what ``hzview serve`` runs, with textual-serve at the other end of its streams."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from hzview.errors import HzviewError
from hzview.opening import open_report
from hzview.tui import run


def main(arguments: Sequence[str]) -> int:
    """Read the report that ``arguments`` name, or the bundled one, and return the exit status."""
    try:
        return run(open_report(arguments[0] if arguments else None))
    except HzviewError as error:
        sys.stderr.write(f"{error}\n")
        return 2  # as hzview.cli.status.Status.BAD_INPUT


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
