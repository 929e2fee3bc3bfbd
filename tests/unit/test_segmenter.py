"""Text cut into words: what comes out, by either engine, and what loading jieba leaves alone."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hzview import segmenter
from hzview.folding import fold
from hzview.model import Report

_NAMES = """
地区生产总值 社会消费品零售总额 固定资产投资 城镇登记失业率 城镇新增就业 城镇居民人均可支配收入 实际利用外资
一般公共预算收入 居民消费价格 农村居民人均可支配收入 全社会固定资产投资 规模以上工业增加值 进出口总额
人口自然增长率 外贸进出口总额 粮食产量 森林覆盖率 规上工业增加值 旅游总收入 农民人均纯收入 生产总值 服务业增加值
财政总收入 城镇调查失业率 粮食总产量 粮食播种面积 高新技术企业 高标准农田 城镇化率 常住人口城镇化率
地方财政收入 居民消费价格总水平 地方一般公共预算收入 居民人均可支配收入 工业投资 实际使用外资 民间投资
工业增加值 外贸出口 农村居民人均纯收入 居民消费价格指数 工业总产值 高新技术产业增加值 财政收入
集装箱吞吐量 第三产业增加值 棚户区改造 民营经济增加值 人均生产总值 贷款余额 市场主体 毛入学率
农村常住居民人均可支配收入 国内生产总值 金融业增加值 化学需氧量 农业总产值 人均地区生产总值
单位生产总值能耗 技改投资 城镇常住居民人均可支配收入 老旧小区改造 科技型中小企业 农村危房改造
公共财政预算收入 农业增加值 地方财政一般预算收入 经济总量 工业技改投资 数字经济核心产业增加值 制造业投资
万元生产总值能耗 人均预期寿命 减税降费 战略性新兴产业增加值 进出口总值 保障性住房 规模以上工业总产值
城乡居民人均可支配收入 科技进步贡献率 研发投入强度 各项贷款余额 外贸进出口 第一产业增加值
单位地区生产总值能耗 规上工业企业 规模以上工业企业 货物吞吐量 第三产业 二氧化硫 装备制造业增加值
农林牧渔业总产值 海洋生产总值 全体居民人均可支配收入 全员劳动生产率 房地产开发投资 不良贷款率
高技术制造业增加值 网络零售额 退耕还林 建成区绿化覆盖率 户籍人口城镇化率 第二产业增加值 国民生产总值
社会总产值 工农业总产值 存款余额 发明专利 旅客吞吐量 高速公路 养老床位 能源消费总量 直接融资 常住人口
各项存款余额 空气质量优良天数 氮氧化物 农林牧渔业
"""
INDICATORS = _NAMES.split()
"""Names of indicators that stand in many reports, terms of statistics of four decades."""

QUIET = """
import sys
import hzview.segmenter
assert not [name for name, module in sys.modules.items() if "jieba" in name and module], "imported before it was asked for"
words = hzview.segmenter.cut("湖州市固定资产投资增长8.5%。")
assert words == ["湖州市", "固定资产投资", "增长", "8.5%", "。"], words
assert "pkg_resources" not in sys.modules
"""


@pytest.fixture(scope="module")
def engines() -> tuple[segmenter.Cutter, segmenter.Cutter]:
    """Ways to cut by jieba and by rjieba."""
    quick = segmenter.quick_cutter()
    assert quick is not None, "rjieba is part of the extra “test”"
    return segmenter.plain_cutter(), quick


def test_names_of_indicators_stay_whole() -> None:
    for name in INDICATORS:
        assert segmenter.cut(f"本市{name}增长") == ["本市", name, "增长"]


def test_every_term_stays_whole_however_it_is_written() -> None:
    for term in segmenter.terms():
        assert segmenter.cut(f"的{fold(term).text}，") == ["的", fold(term).text, "，"]


def test_terms_are_listed_once() -> None:
    terms = segmenter.terms()
    assert len(terms) == len(set(terms))
    assert all(term == term.strip() for term in terms)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("消除劣v类断面", ["消除", "劣v类", "断面"]),
        ("创建5a级景区", ["创建", "5a级", "景区"]),
        ("pm2.5浓度下降10.2%,r&d占比", ["pm2.5", "浓度", "下降", "10.2%", ",", "r&d", "占", "比"]),
        ("规上工业增加值", ["规上工业增加值"]),
        ("ab股票", ["ab", "股票"]),
        ("", []),
    ],
)
def test_words(text: str, words: list[str]) -> None:
    assert segmenter.cut(text) == words


@given(st.text())
def test_words_joined_are_the_text(text: str) -> None:
    assert "".join(segmenter.cut(text)) == text


CHINESE = st.characters(min_codepoint=0x4E00, max_codepoint=0x9FD5)


@given(st.lists(st.one_of(st.sampled_from(segmenter.terms()), st.text(CHINESE, max_size=4))))
def test_both_engines_cut_alike(
    engines: tuple[segmenter.Cutter, segmenter.Cutter], pieces: list[str]
) -> None:
    text = "".join(piece for piece in pieces if piece.isalpha() and not piece.isascii())
    plain, quick = ([*cutter(text)] if text else [] for cutter in engines)
    assert quick == plain


def test_both_engines_cut_the_bundled_report_alike(
    engines: tuple[segmenter.Cutter, segmenter.Cutter], bundled: Report
) -> None:
    for block in bundled.blocks:
        plain, quick = (segmenter.cut_by(cutter, fold(block.text).text) for cutter in engines)
        assert quick == plain


def test_both_engines_cut_real_reports_alike(
    engines: tuple[segmenter.Cutter, segmenter.Cutter], shared: Path
) -> None:
    files = sorted((shared / "reports" / "markdown").glob("*/*.md"))[::45]
    assert files
    for file in files:
        text = fold(file.read_text(encoding="utf-8")).text
        plain, quick = (segmenter.cut_by(cutter, text) for cutter in engines)
        assert quick == plain, file


@pytest.mark.parametrize("fast", [False, True])
def test_loading_leaves_no_trace(tmp_path: Path, fast: bool) -> None:
    """Nothing is written, neither to the standard error (compiling anew, all warnings on) nor to the temporary folder."""
    folder, compiled = tmp_path / "tmp", tmp_path / "compiled"
    folder.mkdir()
    places = {"TMPDIR": str(folder), "TEMP": str(folder), "TMP": str(folder)}
    environment = {**os.environ, **places, "PYTHONPYCACHEPREFIX": str(compiled)}
    without = "" if fast else "import sys; sys.modules['rjieba'] = None\n"
    done = subprocess.run(
        [sys.executable, "-W", "always", "-c", without + QUIET],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
        cwd=tmp_path,
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert not list(folder.iterdir())


def test_is_loaded_once_whoever_asks_first(monkeypatch: pytest.MonkeyPatch) -> None:
    loads: list[int] = []
    ready = threading.Barrier(8)

    def load() -> segmenter.Cutter:
        loads.append(threading.get_ident())
        threading.Event().wait(0.05)  # long enough for the others to arrive
        return lambda text: [text]

    monkeypatch.setattr(segmenter, "_cutter", None)
    monkeypatch.setattr(segmenter, "quick_cutter", load)

    def ask() -> None:
        ready.wait()
        assert segmenter.cut("政府工作") == ["政府工作"]

    threads = [threading.Thread(target=ask) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(loads) == 1
    assert segmenter.is_loaded()


def test_the_dictionary_is_what_jieba_makes_of_it() -> None:
    """A beginning that is no word has 0; every beginning is in."""
    module = segmenter.imported()
    path = Path(str(module.__file__)).with_name("dict.txt")
    with path.open("rb") as file:
        assert segmenter.frequencies(path) == module.Tokenizer.gen_pfdict(file)


def test_does_without_rjieba(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "rjieba", None)
    assert segmenter.quick_cutter() is None
