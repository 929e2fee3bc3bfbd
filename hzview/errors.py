"""The one exception that a person is meant to read."""

from __future__ import annotations


class HzviewError(Exception):
    """Input that cannot be used, said in one line of Chinese for the person who gave it.

    The message names the file and the place in it. The command line prints it and ends with exit status 2;
    the reader shows it as a notice.
    """
