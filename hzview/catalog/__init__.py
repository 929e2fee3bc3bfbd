"""What indicators there are: their names in reports, their units, what raises and lowers them, what they are not.

The catalog is TOML, shipped beside this module and extended by a file of the user's own; ``entry`` says what an entry
holds, ``reading`` turns files into entries, ``names`` brings a name into the form that is compared, ``matching`` finds
the indicator that a name in a report means.
"""

from __future__ import annotations

from hzview.catalog.entry import Indicator, Nature, Polarity
from hzview.catalog.matching import Catalog, Match
from hzview.catalog.reading import load_catalog, user_file

__all__ = ["Catalog", "Indicator", "Match", "Nature", "Polarity", "load_catalog", "user_file"]
