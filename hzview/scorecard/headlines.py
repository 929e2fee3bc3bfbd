"""What matters first: the indicators for which governments set the targets of a year."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from hzview.catalog import Catalog

HEADLINES = (
    "gdp", "gnp", "national-income", "industry-agriculture-output", "fiscal-revenue-total", "fiscal-revenue",
    "general-budget-revenue", "local-revenue", "tax-revenue", "industry-value-above", "industry-output", "farming-output", "grain",
    "fixed-investment", "total-investment", "retail-sales", "trade", "exports", "fdi", "income", "income-urban",
    "income-rural", "net-income-rural", "cpi", "rpi", "employed-new", "unemployment-surveyed", "unemployment-registered",
    "natural-growth", "energy-intensity", "rd-intensity",
)  # fmt: skip
"""Ids of what reports most often set a target for (674 of 1954–2026), in the order in which they like to state them; the
rest follows in the order of the catalog."""


@lru_cache(maxsize=4)
def weights(catalog: Catalog) -> Mapping[str, int]:
    """Return the place of each indicator, headlines first: even numbers, so that one with a scope can stand behind it."""
    ids = dict.fromkeys((*HEADLINES, *(indicator.id for indicator in catalog)))
    return {id: 2 * place for place, id in enumerate(ids)}
