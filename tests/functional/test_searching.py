"""Search while typing: highlights, counts, moving from hit to hit, and the way back."""

from __future__ import annotations

from tests.functional.driving import FILLER, Driver, driving

IN_FILLER = 6 + 5 + 8
"""How often the filler stands in the report."""


def looks(driver: Driver, text: str) -> list[str]:
    """Return the grounds on which ``text`` is painted, wherever it is on the screen."""
    found = []
    region = driver.reader.document.region
    for strip in driver.app.screen._compositor.render_strips()[region.y : region.bottom]:
        found += [str(segment.style.bgcolor) for segment in strip if segment.style and text in segment.text]
    return found


async def test_hits_while_typing_and_the_way_back() -> None:
    async with driving(size=(120, 20)) as driver:
        reader = driver.reader
        await driver.press("}", "}")
        place, top = reader.reading.place, reader.document.top
        await driver.press("/")
        await driver.type("变局")
        assert f"1/{IN_FILLER}" in driver.text
        assert f"{IN_FILLER} 处" in driver.text
        assert str(IN_FILLER - 8) in driver.pane("outline")
        await driver.press("ctrl+n", "ctrl+n", "ctrl+p")
        assert f"2/{IN_FILLER}" in driver.text
        await driver.press("escape")
        assert (reader.reading.place, reader.document.top) == (place, top)
        assert reader.reading.hits is None
        assert "处" not in driver.pane("outline-caption")


async def test_hits_are_told_apart_and_stay_until_escape() -> None:
    async with driving(size=(120, 30)) as driver:
        reader = driver.reader
        await driver.press("/")
        await driver.type("危机")
        await driver.press("enter")
        assert reader.focused is reader.document
        assert len(set(looks(driver, "危机"))) == 2
        assert f"/危机  1/{IN_FILLER}" in driver.rows[-2]
        await driver.press("n", "n", "N")
        assert f"2/{IN_FILLER}" in driver.rows[-2]
        hit = reader.reading.hits[1] if reader.reading.hits else None
        assert hit is not None
        assert reader.document.shows(hit.span.position)
        await driver.press("N", "N")
        assert f"{IN_FILLER}/{IN_FILLER}" in driver.rows[-2]
        await driver.press("n")
        assert f"1/{IN_FILLER}" in driver.rows[-2]
        await driver.press("escape")
        assert reader.reading.hits is None
        await driver.press("n")
        assert f"/{IN_FILLER}" in driver.rows[-2]


async def test_width_and_marks_do_not_matter_and_nothing_found_is_said() -> None:
    async with driving(size=(100, 24)) as driver:
        await driver.press("/")
        await driver.type("２４７６．１亿元")
        assert "1/1" in driver.text
        await driver.press("escape", "/")
        await driver.type("大好高项目")
        assert "忽略标点" in driver.text
        await driver.press("escape", "/")
        await driver.type("没有的词")
        assert "没有找到" in driver.text
        await driver.press("enter", "n", "N")
        assert "没有找到" in driver.text


async def test_keys_that_come_faster_than_the_screen() -> None:
    """Each key must find done what the one before asked for, though nothing waits between them."""
    async with driving(size=(100, 24)) as driver:
        reader = driver.reader
        driver.send("/", *"变局", "enter", "n", "]")
        await driver.until(lambda: reader.reading.figure is not None)
        assert reader.searching.session.query == "变局"
        assert reader.reading.hit == 1

        driver.send("escape", "escape", "g", "/", *"工业", "escape", "]")
        await driver.until(lambda: reader.reading.figure == reader.reading.figures[0])
        assert reader.reading.hits is None

        driver.send("escape", "?", "escape", "j", "o", "j", "enter", "]", "]")
        await driver.until(lambda: reader.reading.figure == reader.reading.figures[5])
        assert driver.top_screen is reader
        assert reader.focused is reader.document
        await driver.until(lambda: "? 帮助  / 搜索" in driver.rows[-1])

        driver.send("/", "x", "escape", "q")
        await driver.until(lambda: driver.app.return_value == 0)


async def test_turning_to_another_pane_keeps_the_hits() -> None:
    async with driving(size=(120, 24)) as driver:
        await driver.press("/")
        await driver.type("先机")
        await driver.pilot.click("#document", offset=(20, 5))
        await driver.pilot.pause()
        assert not driver.reader.searching.typing
        assert driver.reader.searching.session.query == "先机"
        assert FILLER.count("先机") == 1


async def test_what_is_offered_where_nothing_is_found() -> None:
    async with driving(size=(100, 24)) as driver:
        reader = driver.reader
        await driver.press("/")
        await driver.type("固投完成")
        await driver.until(lambda: "Tab 换  也搜：固定资产投资完成  1 处" in driver.text)
        assert "没有找到" in driver.text
        await driver.press("tab")
        assert reader.searching.session.query == "固定资产投资完成"
        assert reader.searching.typing
        assert "1/1" in driver.text
        await driver.press("enter")
        await driver.rest()
        assert "也搜" not in driver.text

        await driver.press("/")
        await driver.type("规上工业增加值")
        await driver.press("enter")
        await driver.until(lambda: ". 换  也搜：规模以上工业增加值  1 处" in driver.status)
        await driver.press(".")
        assert "1/1" in driver.status
        await driver.press("escape", ".")
        assert "没有可换的建议" in driver.status


async def test_pinyin_highlights_at_once() -> None:
    async with driving(size=(100, 24)) as driver:
        await driver.press("/")
        await driver.type("gyzjz")
        assert "按拼音找到" in driver.text
        assert "1/1" in driver.text
        await driver.press("enter")
        assert len(looks(driver, "工业增加值")) == 1


async def test_what_was_searched_for_comes_back_by_the_up_key() -> None:
    async with driving(size=(100, 24)) as driver:
        reader = driver.reader
        for query in ("变局", "先机", "变局"):
            await driver.press("/")
            await driver.type(query)
            await driver.press("enter")
            await driver.rest()
        await driver.press("escape", "/")
        await driver.type("危")
        await driver.press("up")
        assert reader.searching.session.query == "变局"
        await driver.press("up")
        assert reader.searching.session.query == "先机"
        await driver.press("up")
        assert reader.searching.session.query == "先机"
        await driver.press("down", "down")
        assert reader.searching.session.query == "危"
        await driver.press("down", "escape")
        assert reader.reading.hits is None
    async with driving(size=(100, 24)) as driver:
        await driver.press("/", "up")
        assert driver.reader.searching.session.query == "变局"


async def test_only_in_this_section_and_figures() -> None:
    async with driving(size=(100, 24)) as driver:
        reader = driver.reader
        await driver.press("}", "}", "}", "/")
        await driver.type("变局")
        assert f"/{IN_FILLER}" in driver.text
        await driver.press("ctrl+l")
        assert reader.searching.session.query == "变局 节:."
        assert "1/11" in driver.text
        await driver.press("ctrl+l")
        assert f"/{IN_FILLER}" in driver.text
        await driver.press("escape", "/")
        await driver.type("数:>1000亿元")
        assert "1/2" in driver.text
        await driver.press("space")
        await driver.type("类:目标")
        assert "没有找到" in driver.text


async def test_tab_without_an_offer_goes_to_the_next_pane() -> None:
    async with driving(size=(120, 24)) as driver:
        await driver.press("/")
        await driver.type("先机")
        await driver.press("tab")
        assert not driver.reader.searching.typing
        assert driver.reader.focused is not driver.reader.document


async def test_the_list_of_what_was_found() -> None:
    async with driving(size=(100, 30)) as driver:
        reader = driver.reader
        await driver.press("S")
        assert "还没有搜索" in driver.pane("results-panel")
        await driver.press("escape", "/")
        await driver.type("变局")
        await driver.press("enter")
        place, top = reader.reading.place, reader.document.top
        await driver.press("S")
        listed = driver.pane("results-panel")
        assert f"/变局  {IN_FILLER} 处" in listed
        assert "（二）民生和服务" in listed
        await driver.press("j", "j", "G")
        assert reader.reading.hit == IN_FILLER - 1
        hit = reader.reading.hits[IN_FILLER - 1] if reader.reading.hits else None
        assert hit is not None
        assert reader.document.shows(hit.span.position)
        assert "三、政府自身建设" in driver.pane("results-panel")
        await driver.press("escape")
        assert (reader.reading.place, reader.document.top) == (place, top)
        assert reader.focused is reader.document

        await driver.press("S", "G", "enter")
        assert reader.focused is reader.document
        assert reader.reading.place == hit.span.position
        await driver.press("ctrl+o")
        assert reader.document.top == top


async def test_leaving_the_list_leaves_a_figure_that_was_selected_meanwhile() -> None:
    async with driving(size=(120, 40)) as driver:
        reader = driver.reader
        await driver.press("g", "/")
        await driver.type("变局")
        await driver.press("enter", "g", "S", "G")
        figure = reader.reading.figures[-1]
        reader.select_figure(figure)
        await driver.pilot.pause()
        await driver.press("escape")
        assert reader.reading.figure is None
        assert reader.table.count


async def test_the_list_follows_another_search_and_the_hit_at_hand() -> None:
    async with driving(size=(100, 30)) as driver:
        await driver.press("/")
        await driver.type("变局")
        await driver.press("enter", "S", "/")
        await driver.type("先机")
        assert f"/先机  {IN_FILLER} 处" in driver.pane("results-panel")
        await driver.press("enter", "n", "n")
        panel = driver.reader.query_one("#results")
        assert getattr(panel, "cursor", None) == 3
        await driver.press("escape", "escape")
        assert driver.reader.reading.hits is None


async def test_marks_that_are_keys_elsewhere_are_typed() -> None:
    async with driving() as driver:
        await driver.press("/")
        await driver.type("a/+-=?:[]{}'`%#、")
        assert driver.reader.searching.typing
        assert driver.reader.searching.session.query == "a/+-=?:[]{}'`%#、"


async def test_leaving_the_list_of_hits_does_not_take_the_place_of_another_query_s_hits() -> None:
    async with driving() as driver:
        reader = driver.reader
        await driver.press("/")
        await driver.type("危机")
        await driver.press("enter", "N", "S", "/")
        assert reader.reading.hit == IN_FILLER - 1
        await driver.type("各位代表")
        await driver.press("enter")
        reader.set_focus(reader.query_one("#results"))
        await driver.press("escape")
        assert reader.reading.hits is not None
        assert reader.reading.hit is not None
        assert reader.reading.hit < len(reader.reading.hits)


async def test_keys_that_wait_when_the_end_has_come_do_nothing(copied: list[str]) -> None:
    async with driving() as driver:
        driver.send("/", *"没有这样的词", "enter", "]", "y", "/", *"也没有", "enter", "q", "q", "j", "?")
    assert not driver.app.screen_stack  # an error would have been raised at the end of the block


async def test_on_a_narrow_screen_the_count_is_whole_whatever_is_said_before_it() -> None:
    async with driving(size=(40, 12)) as driver:
        await driver.press("/")
        await driver.type("gongzuo")
        await driver.rest()
        assert "按拼音" in driver.text
        row = next(row for row in driver.rows if row.startswith(" / gongzuo"))
        assert row.endswith(f"1/{len(driver.reader.reading.hits or ())}")
