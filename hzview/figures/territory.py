"""Words for a whole territory: 全市, 我省. A report's own one opens many names and is part of none."""

from __future__ import annotations

from functools import lru_cache

WHOLES = (
    "全市", "全省", "全国", "全区", "全县", "全州", "全盟", "全旗", "全地区", "我市", "我省", "我国", "我区", "我县", "我州", "我盟",
    "我旗", "本市", "本省", "本区", "本县", "本州", "全自治区", "全自治州", "国家",
)  # fmt: skip
"""Words for a whole territory. They are the report's own region where they name its kind (see ``own``)."""
_ENDINGS = (
    ("自治区", "区 自治区"), ("自治州", "州 自治州"), ("自治县", "县"), ("自治旗", "旗"), ("地区", "地区 区"), ("新区", "区"),
    ("省", "省"), ("市", "市"), ("区", "区"), ("县", "县"), ("州", "州"), ("盟", "盟"), ("旗", "旗"),
)  # fmt: skip
_NATION = ("国务院", "中国", "全国")


@lru_cache(maxsize=1024)
def own(region: str) -> frozenset[str]:
    """Return the words that mean the whole of ``region``: 全市, 我市, 本市 of 湖州市; all of ``WHOLES`` where it is empty."""
    if not region:
        return frozenset(WHOLES)
    if region in _NATION:
        return frozenset(("全国", "我国", "国家"))
    for ending, kinds in _ENDINGS:
        if region.endswith(ending):
            return frozenset(word + kind for kind in kinds.split() for word in "全我本")
    return frozenset(WHOLES)


@lru_cache(maxsize=1024)
def openings(region: str) -> tuple[str, ...]:
    """Return what opens a name in a report of ``region`` and is no part of it, the longest first: 全市, 湖州市.

    国家 is left in place: it opens the names of grades and of the state's own money. Without a region nothing is known of
    全国, and it stays.
    """
    words = own(region) - {"国家"} - (frozenset() if region else {"全国"})
    if region and region not in _NATION:
        words |= {region}
    return tuple(sorted(words, key=len, reverse=True))


_GOING_ON = {
    "市": "场政区直州域民级性县委容本长", "省": "会级道域性直委属际本长", "县": "城域级乡委处市区直性道", "区": "域县级位间块委直性划内",
    "州": "县直级性市域", "国": "有土企道际家债内性防资外库民产人社文重劳先优双百模运统碳卫首", "盟": "市", "旗": "县",
}  # fmt: skip
"""What behind such a word makes another one of its last character: 全县|城, 全市|场主体, 全国|文明城市."""


def behind_opening(text: str, start: int, end: int, words: tuple[str, ...]) -> int:
    """Return the end of the word of ``words`` that opens ``text[start:end]``; ``start`` where none does."""
    if not text.startswith(words, start, end):
        return start
    word = next(word for word in words if text.startswith(word, start))
    after = start + len(word)
    following = text[after : after + 1] if after < end else ""
    goes_on = following and (following in _GOING_ON.get(word[-1], "") or following in "和与及、")
    return start if goes_on else after
