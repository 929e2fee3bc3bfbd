"""Reports held to one another: targets to results, within a report and from year to year, and two reports side by side.

``statement`` is what one sentence says of one indicator; ``gathering`` makes statements of figures, ``rules`` says what a
result makes of a promise, ``pairing`` which result answers for which promise. ``one`` is the scorecard of a report,
``years`` that of a region over years, ``comparing`` and ``passages`` hold two reports side by side.
"""
