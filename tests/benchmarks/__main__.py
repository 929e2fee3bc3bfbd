"""``python -m tests.benchmarks``: lists the benchmarks; with names, runs them.

Every module of this package but this one and ``measure`` is a benchmark: its docstring says what it measures and the
bar, ``main()`` measures and prints. They print ratios taken in one run; no test asserts on a clock.
"""

from __future__ import annotations

import pkgutil
import sys
from importlib import import_module

import tests.benchmarks

_HELPERS = {"__main__", "measure"}


def names() -> list[str]:
    """Return the names of all benchmarks."""
    return sorted(m.name for m in pkgutil.iter_modules(tests.benchmarks.__path__) if m.name not in _HELPERS)


def main(chosen: list[str]) -> int:
    """Run the benchmarks ``chosen``, or list all; return the exit status."""
    unknown = set(chosen) - set(names())
    if unknown:
        print(f"no such benchmark: {', '.join(sorted(unknown))}", file=sys.stderr)
        return 2
    for name in chosen or names():
        module = import_module(f"tests.benchmarks.{name}")
        if chosen:
            print(f"== {name}")
            module.main()
        else:
            summary, _, _ = (module.__doc__ or "").partition("\n")
            print(f"{name:12} {summary}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
