"""What matters first: the indicators for which governments set the targets of a year."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from hzview.catalog import Catalog

HEADLINES = ("gdp", "gnp", "gdp-per-capita")
"""Ids in the order in which the reports themselves state these targets; the rest follows in the order of the catalog."""


@lru_cache(maxsize=4)
def weights(catalog: Catalog) -> Mapping[str, int]:
    """Return the place of each indicator, headlines first: even numbers, so that one with a scope can stand behind it."""
    ids = dict.fromkeys((*HEADLINES, *(indicator.id for indicator in catalog)))
    return {id: 2 * place for place, id in enumerate(ids)}
