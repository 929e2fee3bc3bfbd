"""``hzview`` and ``python -m hzview``."""

from __future__ import annotations

import sys


def main() -> int:
    """Run what ``sys.argv`` asks for and return the exit status."""
    try:
        from hzview.cli.main import run

        return run(sys.argv[1:])
    except KeyboardInterrupt:
        return 130  # hzview.cli.status.Status.INTERRUPTED, which may not have been imported yet


if __name__ == "__main__":
    sys.exit(main())
