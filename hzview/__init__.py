"""Read Chinese government work reports in a terminal, search them, and get the figures out."""

__version__ = "0.1.0"
