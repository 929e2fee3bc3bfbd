"""``hzview`` and ``python -m hzview``."""

from __future__ import annotations

import gc
import sys


def main() -> int:
    """Run what ``sys.argv`` asks for and return the exit status."""
    # A verb lives for a tenth of a second and makes hardly any cycles: looking for them, at the end above all, would be
    # a tenth of its time. The reader turns the collector on again.
    gc.disable()
    try:
        from hzview.cli.main import run

        return run(sys.argv[1:])
    except KeyboardInterrupt:
        return 130  # hzview.cli.status.Status.INTERRUPTED, which may not have been imported yet
    finally:
        gc.freeze()


if __name__ == "__main__":
    sys.exit(main())
