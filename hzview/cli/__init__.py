"""The command line: one module a verb, each imported when it is asked for, none with textual or rich."""

VERBS = {
    "outline": "hzview.cli.outline",
    "text": "hzview.cli.text",
    "search": "hzview.cli.search",
    "figures": "hzview.cli.figures",
    "scorecard": "hzview.cli.scorecard",
    "compare": "hzview.cli.compare",
    "notes": "hzview.cli.notes",
    "words": "hzview.cli.words",
    "import": "hzview.cli.importing",
    "library": "hzview.cli.library",
    "trend": "hzview.cli.trend",
    "observations": "hzview.cli.observations",
    "indicators": "hzview.cli.indicators",
    "config": "hzview.cli.config",
    "serve": "hzview.cli.serve",
    "man": "hzview.cli.man",
}
"""The verbs, in the order of the help page, and the module of each."""
