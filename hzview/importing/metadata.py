"""What is known of a report: title, region, level, year, date, meeting, speaker, each with its evidence.

Trust goes by source: what the person said, the meeting line, the title, the body. The date of a page, the name of a
newspaper and 我市 are evidence of nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import pairwise

from hzview.importing.chinese import HAN, simplified
from hzview.importing.head import DATE, Head, date_in
from hzview.importing.places import STATE, level_of, named_most, region_in, short_name, site_of
from hzview.importing.source import Evidence, Line

_REPORT_OF = re.compile(
    rf"(?:^|[\d\s年度）)》])({HAN}{{2,24}}?)(?:人民)?(?:代表大会)?(?:政府)?(?:20\d\d年)?政府工作报告"
)
_CONGRESS_OF = re.compile(rf"在({HAN}{{2,24}}?)(?:第?[一二三四五六七八九十百\d〇○零]+届|人民代表大会)")
_SPEAKER_OF = re.compile(
    rf"^({HAN}{{2,20}}?)(?:人民)?(?:政府)?(?:代)?(?:省长|市长|州长|县长|区长|旗长|盟长|主席|总理)"
)
_GOVERNMENT_OF = re.compile(rf"代表(?:中共)?({HAN}{{2,20}}?)(?:人民政府|政府|(?=，?向大会))")
_COMMITTEE_OF = re.compile(rf"中共({HAN}{{2,9}}?(?:省|市|自治区|自治州|州|县|区|旗))委(?![员托派])")
_ADDRESS_DATE = re.compile(r"[/_-]((?:19|20)\d{2})[/_-]?(?:0?[1-9]|1[0-2])[/_-]?(?:\d{1,2})?[/_.-]")
"""The day of publishing in the address of a page: /art/1986/6/5/, /202108/."""
_NAME_YEAR = re.compile(r"(?<!\d)(?:19[5-9]|20[0-9])\d(?!\d)")
_WORDS = re.compile(rf"{HAN}{{2,40}}")
_CONGRESS = re.compile(r"代表大会|人代会|次会议")
_LONGEST = 90
_LONGEST_HEAD = 400
_TITLE_YEAR = re.compile(r"(?<!\d)((?:19|20)\d{2})年?")
_BLANK_YEAR = re.compile(r"(?:20|19)?[xX×＊*]{2,4} ?年?度?")
_SESSION = re.compile(r"次会议")
_HALF_WIDTH = str.maketrans("０１２３４５６７８９", "0123456789")
_MEETING = re.compile(
    rf"((?:{HAN}|[“”〇○\d]){{2,40}}?(?:代表大会|人代会|会议)[^，。（）()]{{0,16}}?(?:会议|大会)"
    rf"|{HAN}{{1,20}}届(?:人大|人民代表大会)[^，。（）()]{{1,6}}?会议)"
)
_OFFICE = re.compile(r"(?:省长|市长|州长|县长|区长|旗长|盟长|主席|总理|行政长官|主任|部长|专员)")
_SPACED_OFFICE = re.compile(r"(?<=[省市州县区旗]) (?=长)")
_NAME = re.compile(rf"[ 　:：]*({HAN} {HAN}(?!{HAN})|(?:{HAN}|[·]){{2,20}}?)(?:作|同志|[（(）)，, ]|$)")
_FRONT_NAME = re.compile(rf"[（(][^）)]*?(?:\d ?日|\d{{4}}年)[ 　]+((?:{HAN}|[·]){{2,20}})[）)]")
_REVIEW_HEADING = re.compile(
    r"(?<!\d)((?:19|20)\d{2})年[^，]{0,16}(?:回顾|主要工作|总结|成就|完成情况|工作情况)"
)
_TASK_HEADING = re.compile(
    r"(?<!\d)((?:19|20)\d{2})年[^，]{0,16}(?:任务|安排|目标|建议|部署|重点工作|打算|要求|思路|意见)"
)


@dataclass(frozen=True, slots=True)
class Metadata:
    """The fields of ``Report`` that are not its text, and why they are as they are."""

    title: str
    region: str
    level: str
    year: int | None
    date: str
    meeting: str
    speaker: str
    evidence: tuple[Evidence, ...]
    notes: tuple[str, ...]


@dataclass(slots=True)
class Given:
    """What the person said on the command line; None where they said nothing."""

    title: str | None = None
    region: str | None = None
    year: int | None = None


@dataclass(frozen=True, slots=True)
class Named:
    """What a file is called, outside of its text."""

    title: str
    """The title that it gives itself (front matter, HTML title)."""
    source: str
    """The address that it says it is from."""
    name: str
    """Its own name: 湖州市2018年政府工作报告.docx."""


@dataclass(slots=True)
class _Notebook:
    """Collects evidence; the first word on a field holds."""

    values: dict[str, str] = field(default_factory=dict)
    evidence: list[Evidence] = field(default_factory=list)
    contradictions: list[str] = field(default_factory=list)
    others: dict[str, str] = field(default_factory=dict)
    """Regions that something else says, and where."""

    def say(self, name: str, value: object, found: str) -> None:
        if not value:
            return
        if name not in self.values:
            self.values[name] = str(value)
            self.evidence.append(Evidence(name, str(value), found))
        elif name == "region" and value != self.values[name] and found.startswith("标题"):
            self.others[str(value)] = found

    def settle_region(self, text: str) -> None:
        """Of two regions that head and title give, believe the one that the ``text`` names oftener; say that there are two."""
        said = self.values.get("region", "")
        for other, found in self.others.items():
            times, rivals = (text.count(short_name(name)) for name in (said, other))
            if rivals > 2 * times:
                self.values["region"] = other
                where = f"{found}；正文提到“{short_name(other)}”{rivals} 次"
                self.evidence = [
                    e if e.field != "region" else Evidence("region", other, where) for e in self.evidence
                ]
            self.contradictions.append(
                f"地区有两种说法：{said}；{other}（{found}）；用的是 {self.values['region']}"
            )


def gather(head: Head, named: Named, body: list[Line], headings: Iterable[str], given: Given) -> Metadata:
    """Return what is known of a report from its head, its body and what a person said.

    What the file is ``named`` is asked where these are silent.
    """
    notes = _Notebook()
    for name, said in (("title", given.title), ("region", given.region), ("year", given.year)):
        notes.say(name, said, "使用者指定")
    meeting = _meeting_line(head.meeting)
    file_title = simplified(named.title)
    _from_meeting(notes, meeting, file_title)
    _from_titles(notes, [*(line.text for line in head.titles), file_title])
    _from_speaker(notes, head.speaker, meeting, file_title)
    _from_body(notes, body, list(headings))
    _from_address(notes, named.source)
    _from_name(notes, named.name)
    region = notes.values.get("region", "")
    notes.say("level", level_of(region), f"由地区名“{region}”得出")
    year = int(notes.values["year"]) if "year" in notes.values else None
    printed = next((line.text for line in head.titles), "") or file_title
    notes.say("title", *_title(printed, region, year))
    return Metadata(
        title=notes.values.get("title", ""),
        region=region,
        level=notes.values.get("level", ""),
        year=year,
        date=notes.values.get("date", ""),
        meeting=notes.values.get("meeting", ""),
        speaker=_as_printed(notes.values.get("speaker", ""), [*head.speaker, *head.meeting]),
        evidence=tuple(notes.evidence),
        notes=tuple(notes.contradictions),
    )


def _meeting_line(lines: list[Line]) -> str:
    """The line that gives day and congress, or the two lines that do; a letter that sends the report round is neither."""
    texts = [simplified(line.text).translate(_HALF_WIDTH) for line in lines]
    candidates = [*texts, *(first + second for first, second in pairwise(texts))]
    for congress in (_SESSION, _CONGRESS):
        for text in candidates:
            if len(text) <= _LONGEST and date_in(text) and congress.search(text):
                return text
    return "".join(texts)[:_LONGEST_HEAD]


def _from_meeting(notes: _Notebook, meeting: str, file_title: str) -> None:
    """Date, congress and region from the line ——2016年1月30日在湖州市第七届人民代表大会第六次会议上."""
    for text, where in ((meeting, "会议行"), (file_title, "文件自带的标题")):
        day = date_in(text)
        if day:
            notes.say("date", f"{day[0]:04}-{day[1]:02}-{day[2]:02}", f"{where}：{text[:60]}")
            notes.say("year", day[0], f"{where}的日期：{text[:60]}")
        congress = _CONGRESS_OF.search(text)
        if "全国人民代表大会" in text:
            notes.say("region", STATE, f"{where}：{text[:60]}")
        elif congress:
            notes.say("region", region_in(congress.group(1)), f"{where}：{text[:60]}")
        held = _MEETING.search(re.sub(r"\s", "", DATE.sub("在", text)))
        if held:
            notes.say("meeting", held.group(1).rpartition("在")[2], f"{where}：{text[:60]}")


def _from_titles(notes: _Notebook, titles: list[str]) -> None:
    """Region and year from a title: 2018年湖州市政府工作报告."""
    for title in titles:
        compact = re.sub(r"\s", "", simplified(title))
        report = _REPORT_OF.search(compact)
        if report:
            notes.say("region", region_in(report.group(1)), f"标题：{title[:60]}")
        years = _TITLE_YEAR.findall(compact)
        if years:
            notes.say("year", years[0], f"标题：{title[:60]}")


def _from_speaker(notes: _Notebook, lines: list[Line], meeting: str, file_title: str) -> None:
    """Speaker, and the region in front of the office: 上海市市长 应勇."""
    text = _SPACED_OFFICE.sub("", " ".join(simplified(line.text) for line in lines)[:_LONGEST_HEAD])
    for found, where in ((text, "报告人行"), (meeting, "会议行")):
        office = _SPEAKER_OF.search(found)
        if office:
            notes.say("region", region_in(office.group(1)), f"{where}：{found[:60]}")
        notes.say("speaker", _name_in(found), f"{where}：{found[:60]}")
    for found, where in ((file_title, "文件自带的标题"), (meeting, "会议行")):
        name = _FRONT_NAME.search(found)
        if name:
            notes.say("speaker", name.group(1), f"{where}：{found[:60]}")
    if re.fullmatch(rf"(?:{HAN}|[· ]){{2,10}}", text) and not _OFFICE.search(text):
        notes.say("speaker", text.replace(" ", ""), f"报告人行：{text}")


def _as_printed(name: str, lines: list[Line]) -> str:
    """Return a name with the characters that the head of the report has: only some traditional ones are known here."""
    for line in lines:
        printed = re.sub(r"\s", "", line.text)
        start = simplified(printed).find(name)
        if name and start >= 0:
            return printed[start : start + len(name)]
    return name


def _name_in(text: str) -> str:
    """The name behind the last office in a line (国务院副总理兼国家计划委员会主任 姚依林), or the one before it."""
    offices = list(_OFFICE.finditer(text))
    for office in reversed(offices):
        name = _NAME.match(text, office.end())
        if name and not _OFFICE.search(name.group(1)):
            return name.group(1).replace(" ", "")
    before = re.match(rf"((?:{HAN}|[·]){{2,4}}) ", text) if offices else None
    return before.group(1) if before else ""


def _from_body(notes: _Notebook, body: list[Line], headings: list[str]) -> None:
    """Region from 我代表上海市人民政府, year from the headings (2018年重点任务 is the year, 2017年回顾 the one before)."""
    text = simplified("".join(line.text for line in body))
    opening = simplified("".join(line.text[:400] for line in body[:12]))
    for government in _GOVERNMENT_OF.findall(opening):
        notes.say("region", region_in(government), f"正文：代表{government}……")
    notes.settle_region(text)
    for committee in _COMMITTEE_OF.findall(text):
        notes.say("region", region_in(committee), f"正文：中共{committee}委")
    if "region" not in notes.values:
        level = (
            "province" if text.count("全省") + text.count("全自治区") > text.count("全市") else "prefecture"
        )
        region, times = named_most(text, level)
        notes.say("region", region, f"正文提到“{short_name(region)}”{times} 次")
    for pattern, later in ((_TASK_HEADING, 0), (_REVIEW_HEADING, 1)):
        for heading in headings:
            found = pattern.search(simplified(heading).replace(" ", ""))
            if found:
                notes.say("year", int(found.group(1)) + later, f"小标题：{heading[:60]}")


def _from_address(notes: _Notebook, source: str) -> None:
    """Region from a page's address, and year from the day in it; that may be the day when an old report was put up."""
    notes.say("region", site_of(source), f"网址：{source[:80]}")
    date = _ADDRESS_DATE.search(source)
    if date and "year" not in notes.values:
        notes.say("year", int(date.group(1)), f"网址：{source[:80]}")
        notes.contradictions.append(f"年份 {date.group(1)} 只见于网址，可能是网页发布的年份")


def _from_name(notes: _Notebook, name: str) -> None:
    """Region and year from the name that a person gave the file, as the last word."""
    stem = simplified(name.rpartition(".")[0] or name)
    for words in _WORDS.findall(stem):
        notes.say(
            "region", region_in(re.sub(r"^年度?|(?:人民)?政府工作报告.*$", "", words)), f"文件名：{name[:60]}"
        )
    year = _NAME_YEAR.search(stem)
    if year and "year" not in notes.values:
        notes.say("year", int(year.group()), f"文件名：{name[:60]}")
        notes.contradictions.append(f"年份 {year.group()} 只见于文件名")


def _title(printed: str, region: str, year: int | None) -> tuple[str, str]:
    """Return the title that names region and year, and where it is from."""
    compact = re.sub(r"\s|\[\^?\d+\]", "", simplified(printed))
    complete = (
        region in compact and year is not None and str(year) in compact and not _BLANK_YEAR.search(compact)
    )
    if complete and region and compact.endswith("政府工作报告"):
        return compact, f"标题：{printed[:60]}"
    if region and year and (not printed or "工作报告" in compact or region == STATE):
        whose = f"{year}年{region}" if region else f"{year}年"
        return f"{whose}政府工作报告", f"由年份和地区写成；原标题：{printed[:60] or '无'}"
    return printed, f"标题：{printed[:60]}"
