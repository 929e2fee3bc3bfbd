"""The words that stand between a name and its number, and those that stand before a name.

Every table is data with a sentence that shows what it is for. ``RELATIONS`` is read from the number leftwards: in
地区生产总值|比上年|增长|8.5% the words 增长 and 比上年 are taken off and what they say is kept; what is left is the name.
``OPENINGS`` is read from the left: 其中|预计|全年|完成|固定资产投资.
"""

from __future__ import annotations

from enum import IntEnum


def words(text: str) -> frozenset[str]:
    """Words parted by blanks; a table of them is read more easily so."""
    return frozenset(text.split())


class Says(IntEnum):
    """What a word between a name and its number says of the number; each a bit, so that several make a mask."""

    NOTHING = 1 << 0
    """Taken off without effect: 累计, 约合."""
    LEVEL = 1 << 1
    """The number is the quantity itself: 达到."""
    UP = 1 << 2
    """It grew by the number: 增长."""
    DOWN = 1 << 3
    """It fell by the number: 下降."""
    TO = 1 << 4
    """It changed to the number: 提高到."""
    FROM = 1 << 5
    """It was the number before: 由."""
    ABOVE = 1 << 6
    """Bound >: 超过."""
    AT_LEAST = 1 << 7
    """Bound >=: 不低于."""
    BELOW = 1 << 8
    """Bound <: 不到."""
    AT_MOST = 1 << 9
    """Bound <=: 控制在."""
    ABOUT = 1 << 10
    """Bound ~: 约."""
    EACH = 1 << 11
    """The number holds for every name before it: 均."""
    APART = 1 << 12
    """The numbers that follow belong to the names in their order: 分别."""
    RATE = 1 << 13
    """The thing before it grows by the number, and this word is no part of its name: 增幅."""
    OVER = 1 << 14
    """Above another place or plan by the number: 高出."""
    UNDER = 1 << 15
    """Below another place or plan by the number: 低."""
    PAST = 1 << 17
    """The number is the year before's or of now, also among targets: 已, 去年."""
    AHEAD = 1 << 18
    """The number is aimed at, also in a review: 力争."""


_RELATIONS: dict[Says, str] = {
    # 地区生产总值达到2476.1亿元 · 失业率为2.6% · 固定资产投资完成1731亿元 · 覆盖率保持100% · 稳定在720万亩
    Says.LEVEL: "设定为 设定在 确定为 确定在 安排为 安排在 在 达到 达 为 是 有 完成 实现 保持 保持在 稳定在 维持在 稳定 共有 计 总计 占到 占 居于 突破到 仍为 "
    "各有 拥有 只有 仅有 仅为 设置 定为 预计达到 可达 可达到 高达 多达 合计达 累计达 累计达到 将达 将达到 已达 已达到 "
    " 到 则为 约为 达成 处于 保持着 落在 位于 掌握在 运行在 共计 总共 合计 ",
    # 规上工业增加值增长8.7% · 占比提高2.9个百分点 · 平均每年递增7.9%
    Says.UP: "增长 增加 上升 提高 提升 上涨 增 递增 扩大 增长了 增加了 提高了 提升了 上升了 增收 增产 上浮 增高 升 升高 攀升 翻 翻了 "
    "增长达 增长达到 同比增 涨 增速达 前移 前进 跃升 上调 加快 回升 反弹 扩大了 高涨 提速 净增 净增加 新增 新增加",
    # 刑事案件下降31.4% · 一般性支出压减5% · 编制精减49.4%
    Says.DOWN: "减产 减收 下降 减少 降低 减 回落 缩小 压减 压缩 精简 削减 节约 核减 降 下跌 减轻 下降了 减少了 降低了 精减 下滑 缩短 收窄 裁减 下调 缩减 "
    "压降 节支 节省 降幅达 缩小了 压缩了 节约了 精简了 压减了 削减了 减亏 净减 减少约 减排 滑落 萎缩 后移 降耗 调减 少",
    # 由17.8%提高到69.6% · 从5008家增加到11462家 · 调整为 · 下降至
    Says.TO: "提高到 增加到 增长到 上升到 提升到 扩大到 发展到 增至 升至 提升至 提高至 增加至 增长至 上升至 扩大至 发展至 增到 升到 跃升到 跃升至 "
    "降到 降至 下降到 下降至 减少到 减少至 减到 减至 减为 降低到 降低至 降为 缩小到 缩小至 调整为 调整到 调整至 转变为 变为 优化为 压缩至 压缩到 "
    "压缩为 回落到 回落至 拓展到 拓展至 调高到 调至 上调到 上调至 下调到 下调至 缩短到 缩短至 缩短为 精简到 精简至 精简为 压减到 压减至 控制到 "
    "恢复到 攀升到 攀升至 演变为 改为 增为 优化到 优化至 提升为 提高为 延伸到 延长到 延长至 前移到 前移至 跃居 跃升为 跃至 升为 收窄到 收窄至 "
    "集中到 整合为 合并为 精减到 精减至 精减为 达到了 突破了 进到 前进到 晋升到 晋升至 下跌到 改善到 改善至 扩张到 扩展到 扩容到 扩容至 覆盖到 "
    "涨到 涨至 归并为 增加为 增大到 跨越到 变成 发展成 扩大为 下降为 上升为 增长为 减少为 提升至 拉升到 拉升至 扩增到 扩增至 "
    "回升到 回升至 反弹到 反弹至 缩至 缩到 缩减到 缩减至 缩为 提到 提至 调增至 调增到 调减至 调减到 晋升为 晋位至 晋位到 进位到 进位至 攀升为 调优为 调优到 调优至 "
    "压降到 压降至 压到 压至 进至 放宽到 放宽至 提档至 跃增到 跃增至 猛增到 猛增至 激增到 激增至 上浮到 上浮至 回归到 降低为 缩小为 拓宽到 拓宽至",
    Says.FROM: "由 从 从原来的 由原来的 已由 已经由 从原有的 由原有的 原来的 现有的 原有的 原定的 由原定 由原来 从原来 现有 由上年的 从上年的",
    Says.ABOVE: "超过 突破 超 过 首破 大于 多于 超出 首次突破 首次超过 突破性达到 跨过 迈过 越过 跨越 跨上 迈上 站上 跃上 冲破 逾 优于 跨入 迈入 超越",
    Says.AT_LEAST: "不低于 不少于 至少 不小于 达到或超过 达到或优于 达到或好于 达到或高于 等于或高于 不得低于 不得少于 最低 力保 起步",
    Says.BELOW: "低于 不到 不足 小于 少于",
    Says.AT_MOST: "控制在 不超过 不高于 不大于 不多于 限制在 至多 最多 不突破 不得超过 控制到 压缩在 控制为 不得高于 最高 保持在全 最多不超过",
    Says.ABOUT: "约 近 接近 接近或达到 接近或超过 达到或接近 将近 大约 约为 约达 约有 已接近 大体 大致 约占 预计约 左右 几近 约需 约需投入 约投入 约需要 上下 临近 直逼 逼近 近乎 约合 约计",
    Says.EACH: "均 都 也 一律 普遍 双双 全部 同为 均已 都已 皆",
    Says.APART: "分别 各 依次 分别为 分别达 分别达到 分别是 各为 各达 各达到 分别有",
    Says.RATE: "增幅 增速 涨幅 增长率 增长速度 降幅 增幅达 增长幅度 减幅 平均增幅 递增率 年均增速 平均增速 年均增幅 增速达 增速为 平均增长速度 "
    "减少幅度 下降幅度 上涨幅度 增长速度达 平均涨幅 提高幅度 增长比例 发展速度 平均增长率 年均增长率 平均递增速度 升幅 上升幅度 下跌幅度 回落幅度",
    Says.OVER: "高于 高出 快于 高 快 好于 多 领先 超全 高了 快了 大于全 多出 超出 高过 优于全",
    Says.UNDER: "低 慢 慢于 低了 低出 慢了 落后 差 相差 只差 还差",
    Says.PAST: "已 已经 现已 目前已 业已 已累计 已有 累计已 现 目前 去年 上年 至今已 截至目前 原有 原",
    Says.AHEAD: "冲刺 剑指 冲击 奋力实现 全力实现 力争 争取 力争达到 争取达到 确保 确保达到 将 拟 计划 预期 要 预计将 力求 将要 必须 要求 应 须 确保实现 争取实现 力争实现 "
    "努力达到 努力实现 要达到 计划达到 目标为 目标是 目标达到 预期达到 确保完成 力争完成 计划完成 预期目标 预算安排 计划安排",
    Says.NOTHING: "共 远远 远 大约共 平均 年均 每年 平均每年 累计 预计 又 还 再 全 仅 只 就 实际 同比 环比 名义 可比 首次 率先 一举 历史性 持续 继续 大幅 大幅度 "
    "进一步 了 的 以 同口径 按可比口径 按可比价 按可比价格 可比口径 可比价 同比实际 实际平均 每年平均 每年以 保守 当年 全年 "
    "今年 平均每年实际 年均实际 至 其中 共同 累积 同期 仍 仍然 稳步 快速 较快 逐步 成功 总体 合计 平均达 首 达约 日均 月均 每 "
    "约定 整体 相对 绝对 综合 相当于 相当 等于 折合 即 恢复性 大大 显著 明显 逆势 强势 平稳 同步 高速 共计 总共 "
    "分别比上年 也将 并 且 便 却 竟 连续 连年 一般 可以 相应 相应地 可 需 一直 始终 依旧 有望 亦 略 略有 一次性 拟安排 每月人均 人均每月 每人每月 每人每年 月人均 则",
}

RELATIONS: dict[str, Says] = {word: says for says, words in _RELATIONS.items() for word in words.split()}
"""What stands right before a number, or before another such word, and what it says."""


def _lengths(words: dict[str, object] | frozenset[str], last: bool) -> dict[str, tuple[int, ...]]:
    """Lengths of the words that end (or begin) with a character, longest first."""
    table: dict[str, set[int]] = {}
    for word in words:
        table.setdefault(word[-1] if last else word[0], set()).add(len(word))
    return {character: tuple(sorted(lengths, reverse=True)) for character, lengths in table.items()}


RELATION_LENGTHS = _lengths(dict[str, object](RELATIONS), last=True)
"""Lengths of the relation words by their last character."""

OPENINGS: frozenset[str] = words(
    # 其中高速公路1850公里 · 预计2002年国内生产总值 · 力争低收入农户收入 · 完成固定资产投资 · 全年为企业减轻负担
    "其中 其 预计 力争 确保 争取 努力 实现 完成 使 全年 今年 去年 上年 当年 每年 年均 累计 共 总计 截至 截止 同时 并 且 还 又 也 再 "
    "此外 另外 以及 已 已经 将 要 我们 我市 我省 我县 我区 特别是 尤其是 包括 例如 而 但 使得 把 将 全面 积极 大力 加快 "
    "推动 推进 促进 继续 进一步 深入 扎实 稳步 有序 持续 着力 努力实现 确保实现 力争实现 力争完成 确保完成 争取实现 超额完成 全面完成 顺利完成 提前完成 "
    "圆满完成 基本完成 开展 实施 深入实施 抓好 做好 突出抓好 办好 狠抓 坚持 坚决 年末 年底 截至年底 期末 年内 当前 目前 现在 过去 "
    "今年计划 今年预计 奋力 整个 五年内 四年内 三年内 两年内 几年内 十年内 五年合计 合计 即 一年来 五年来 5年来 四年来 三年来 几年来 五年 5年 三年 五年间 五年中 这五年 期间 初步 初步核算 据初步核算 据统计 本届政府 二是 一是 三是 "
    "四是 五是 六是 七是 先后 陆续 首次 成功 率先 一举 顺利 分别 均 都 共有 现已 已有 仅 只 接近 达到 用于 在 "
    " 于是 因此 所以 按照 根据 通过 围绕 建议 预期目标 主要是 目标是 的 了 一律 该 高水平 高质量 高标准 "
    "全力 全力推进 加快推进 大力推进 扎实推进 积极推进 深入推进 有序推进 稳步推进 统筹推进 持续推进 全面推进 推进实施 组织实施 组织开展 "
    "集中力量 严格 切实 不断 精心 主动 紧盯 聚焦 瞄准 深化 加大 动员 鼓励 引导 确保全年 力争全年 全市共 全省共 全县共 "
    "全区共 全年共 五年共 五年累计 五年来共 五年来累计 年初 上半年 下半年 一季度 二季度 三季度 四季度 第一季度 第二季度 第三季度 第四季度 前三季度 "
    "同期 本年 明年 今后 今后五年 未来五年 这一年 一年 全部 新的一年 再次 连续 一方面 另一方面 比如 总的 拟 要求 抓紧 认真 认真抓好 认真做好 着力抓好 切实抓好 不少 近三年 近三年来 三年中 两年中 这两年 这几年 近几年 几年 全市各地 可以 可 预计可 主要是 但是 那么 同年 只要 因为 就可以 如果 而且 并且 即使 虽然 由于 首先 其次 最后 没有 其余 实际上 尽管 经 最终 最后 至此"
)
"""What may open a clause and is no part of a name."""
OPENING_LENGTHS = _lengths(OPENINGS, last=False)
"""Lengths of the openings by their first character."""

ACTS: frozenset[str] = words(
    # 新增|7家|上市公司 · 长三角毗邻区域|开通|22条|公交线 · 聘请|4名|院士
    "新增 新建 新建成 新改建 新改扩建 新扩建 新引进 新认定 新开工 新签约 新培育 新创建 新推出 新开 新开通 新设 新设立 新注册 新登记 新增加 新获 新入选 新发展 "
    "新招 新上 新签 新投产 新创 新评定 新申报 新组建 新编 新修订 新登 新晋 新纳 新入 新获批 净增 再增 "
    "开工 竣工 建成 建设 建立 创建 打造 改造 整治 拆除 淘汰 关停 处置 引进 培育 实施 推进 启动 完成 实现 开展 举办 承办 签约 签订 落实 安排 争取 "
    "筹集 筹措 投入 拨付 发放 兑现 减免 减轻 消除 治理 修复 修建 建 种植 栽植 绿化 扶持 支持 资助 帮扶 救助 培训 选派 派出 组织 发动 聘请 招聘 吸引 吸纳 "
    "安置 输送 帮助 促进 带动 盘活 清理 腾退 收回 出让 供应 查处 侦破 办理 办结 受理 审议 提请审议 制定 出台 发布 颁布 修订 废止 精简 取消 下放 承接 "
    "获 获得 荣获 取得 入选 列入 认定 评选 授予 设立 成立 组建 开通 增开 打通 提升 提质改造 升级 扩建 改扩建 加固 除险加固 疏浚 清淤 铺设 架设 安装 配备 "
    "购置 新购 更新 投放 推出 推广 覆盖 惠及 接待 抓好 突出抓好 做好 办好 实施了 建成了 形成 谋划 储备 排定 落地 投产 启用 培养 引育 招引 "
    "选聘 招录 招收 吸收 派驻 发行 募集 化解 偿还 清偿 追缴 收缴 缴获 打掉 破获 查办 立案 抓获 整改 解决 调解 化解了 发展 建好 建起 布局 改建 新布局 "
    "打好 提供 提供了 开发 开行 开设 增设 增加 新增了 减少 建设了 举办了 引进了 出台了 完成了 开展了 实施了 建立了 统筹 争创 创成 培育形成 形成了 配置 "
    "改造提升 建设改造 升级改造 提升改造 更新改造 新建改造 维修改造 新建和改造 新建改建 新建改扩建 新建扩建 改造完成 撤并 调整 压减 削减 压缩 归集 归还 "
    " 惠及了 受益 检查 排查 巡查 督办 督查 交办 接访 走访 慰问 核查 收到 收储 征收 征用 征迁 搬迁 动迁 拆迁 回迁 交付 分配 提交 印发 签发 通过 "
    "批准 审批 核准 备案 注册 登记 认证 授权 申请 申报 获批 获评 评为 命名 推荐 公布 公开 征集 梳理 推行 探索 设置 配建 营造 栽种 抚育 "
    "封育 补播 放流 出栏 存栏 播种 收购 收获 产出 运送 发送 输出 转移就业 转移输出 共享 联建 共建 结对 对接 落户 "
    "回归 引入 招引了 签下 达成 促成 举行 召开 组织了 参加 赢得 夺得 摘得 斩获 跻身 挂牌 揭牌 投用 建有 设有 拥有 现有 接受 走进 深入 投身 驰援 派遣 "
    "推动 提请 清退 清缴 清运 清除 清零 接通 贯通 打造了 修缮 修编 编制 编纂 编印 出版 创作 上演 演出 放映 "
    "播出 拍摄 集聚 聚集 汇聚 接种 排定推进 主抓 重点打造 重点扶持 重点抓好 重点推进 重点建设 再建立 再建 再新建 再造 争取到位 策划 推介 "
    "监测 抽检 抽查 检测 培训了 表彰 奖励 补贴 补助 拨款 下拨 下达 划拨 贴息 减征 免征 免收 退税 缓缴 降低 让利 担保 投保 承保 理赔 赔付 兑付 "
    "收治 救治 诊治 筛查 体检 免费筛查 治愈 隔离 转运 巩固 复垦 整理 开垦 平整 流转 确权 颁发 核发 换发 制发 发出 选树 树立 查获 销毁 取缔 关闭 "
    "关闭了 取缔了 拆除了 取消了 精简了 提质 提标 提标改造 扩容 扩面 增容 增产 增殖 救助了 安置了 吸纳了 转移了 资助了 惠及约 服务了 聚焦 紧盯 推进了 "
    "布局建设 规划建设 投资建设 集中开工 开工建设 建成投用 建成投产 建成使用 建成运营 竣工投产 新建完成 改造建设 重建 迁建 续建 复建 恢复重建 翻建 "
    "新改造 创办 领办 兴办 开办 新办 兴建 新修 整修 维修 养护 硬化 亮化 净化 管护 管控 监管 包联 包保 派发 有 加快 基本建成 销号 达标改造 整合 退出 拆改 拆违 整合了 选择 选择了 用好 用足 抓实 抓紧抓实 发生 拿出 具有 选取 遴选 评选出 筛选 争取到 新改"
)
"""Verbs that a counted noun is the object of."""
ACT_LENGTHS = _lengths(ACTS, last=True)
"""Lengths of the acts by their last character."""

LIGHT: frozenset[str] = words(
    "完成 实现 推进 推动 开展 实施 落实 安排 做好 抓好 突出抓好 办好 加快 促进 有 拥有 现有 争取 完成了 实施了 开展了 支持 组织 启动 建有 设有 达到 建立 提供 "
    "提供了 拿出 形成 形成了 具有 谋划 统筹 集中 聚焦 紧盯 强化 主抓 重点抓好 重点推进 推进了 接受 举行 发生 用好 用足 抓实 抓紧抓实"
)
"""Acts that say nothing of what is counted; they are no part of its name."""

DEFINING: frozenset[str] = words(
    "新增 净增 新建 新建成 新改建 新改扩建 新扩建 新引进 新认定 新开工 新签约 新培育 新创建 新推出 新开 新开通 新设 新设立 新注册 新登记 新获 新入选 新发展 新增加 "
    "再增 新获批 新改造 新创 新上"
)
"""Acts that make another indicator of the noun (新增上市公司 is not 上市公司); they spread over a list."""

PREDICATES: frozenset[str] = words(
    # 2236个村庄|完成景区化改造 · 670万职工|参加医疗保险 · 80%以上政务服务办件|实现网上受理
    "实现 完成 成为 获得 获评 荣获 被评为 被列入 被认定 被列为 被授予 被 入选 列入 纳入 达到 通过 开通 进入 享受 参加 普及 普及了 建成 告别 投入 投身 跻身 增设 启动 开展 签约 "
    "落户 落地 开工 投产 竣工 投用 通车 设立 接入 接受 加入 取得 用上 喝上 住上 走上 摆脱 脱贫 申请 获批 上榜 挂牌 上市 搬迁 搬进 迁入 入驻 落实 "
    "作出 实行 推行 采用 使用 安装 配备 受益 没有 为 提供 进行 接通 通过了 得到 受到 创建为 创成 建成投用 建成投产 投入使用 投入运营 正式 "
    "全部 全面 顺利 提前 率先 加快 有序 成功 陆续 先后 累计 分别 持续 稳步 按期 如期 同步 彻底 基本 均 都 已 相继 开始 启用 运行 运营 用于 投向 带动 按照 "
    " 由 向 解决 惠及 涉及 占 超过 开工建设 下沉 奔赴 支援 驰援 承办 举办 荣膺 摘得 晋级 晋升 完工 封顶 试运行 转入 加速 推进 分布 从事 "
    "继续 脱颖而出 落成 交付 并网 拿地 动工 复工 复产 退出 关停 落地见效 获 蝉联 建有 设有 建了 通了 通上 吃上 看上 当选 被评 扭亏 "
    "见效 来我省 来我市 摘帽 出列 销号 清零 整改 进驻 回流 返乡 参保 超额 主动 在全省 在全国 在全市 已经 开盘 销售 是 就是 都是 也是 扎实 妥善 深入 圆满 高效 平稳 大力 广泛 逐步 蓬勃 走在 走向 位于 位居 稳定 按时 均已 正在 顺利通过 作为 开复工 复工复产 新晋 新获 高标准 高质量 高水平 进展 即将 及时 有效 命名为 得以 从中 被列 被评 被纳 被确 被国 被省 被命 被认 被授 积极 直接 早日 尽早 尽快 按年度 按计划 按要求 按进度 初步 共同 对 进行 实行了 建立了 签署了 签订了 避免了 设立了 开展了 制定了 排除了 补助了 巩固了 与我省 与我市 与省 与市 人均 户均 亩均 平均 年均 月均"
)
"""Where, in a noun phrase after a number, the noun ends and what is said of it begins."""
PREDICATE_LENGTHS = _lengths(PREDICATES, last=False)
"""Lengths of the predicates by their first character."""
OPENING_BARRED: dict[str, str] = {
    "高标准": "农基",
    "经": "济营常费贸纪开",
    "在": "校建外岗役读职线库册编运园地押用", "从": "业", "再": "就生贷制担保造", "其": "他它余", "将": "军乐", "都": "市匀江",
    "有": "效色机限线关轨偿害组研", "使": "用", "还": "款贷田林建", "更": "新年换", "让": "利", "近": "郊海岸视", "用": "电水地工户气于",
    "以": "旧工", "按": "揭", "到": "位户", "共": "享同建有青产", "均": "衡", "要": "素求", "至": "今", "并": "网购", "占": "地用",
    "已": "故", "如": "皋东意期", "即": "墨", "而": "言", "把": "关", "约": "束", "由": "头", "于": "都", "且": "末", "仅": "仅", "本": "",
    "继续": "教", "持续": "力", "推进": "剂", "全部": "和及或", "完成": "率度情", "实现": "率程", "预计": "", "同期": "", "要素": "", "的": "士",
    "拟": "建定订态合", "可": "支再比持行选用靠见供", "建": "议设材国党筑档制交",
}  # fmt: skip
"""What an opening may not stand before, because the two are one word: 在|校生, 有|效灌溉面积."""
NOUNS_TOO: frozenset[str] = words("建议 要求 计划 预期 目标 预期目标 主要 组织 年度 综合 帮助 支持 把 本")
"""Openings that are a name where nothing follows: 办理人大议案2件、〔建议〕383件."""
ACT_OPENING_LENGTHS = _lengths(ACTS, last=False)
"""Lengths of the acts by their first character."""
RELATION_BARRED: dict[str, frozenset[str]] = {
    "均": frozenset("人户亩平地年月日件单村县"), "计划": frozenset("资度产年业"), "增长率": frozenset("然学"), "为": frozenset("作行"),
    "少": frozenset("减至"), "多": frozenset("许众"), "高": frozenset("提新"), "近": frozenset("临附"), "比": frozenset("占对"),
    "实际": frozenset("照"), "有": frozenset("国所公私共"), "降": frozenset("升"), "增": frozenset("新倍"), "计": frozenset("统设会审"),
    "列": frozenset("系"), "达": frozenset("到"), "居": frozenset("民"), "在": frozenset("潜存现实内"), "差": frozenset("顺逆温级利误偏价反时落倍"),
    "约": frozenset("签节契履违邀预制条公"),
}  # fmt: skip
"""What a short relation word may not stand behind, because the two are one word of the name: 人|均, 投资|计划."""
PLANS = frozenset(("计划", "要求", "预期", "目标", "预期目标", "应", "须", "拟"))
"""Words of intent that are nouns where they touch the number: 完成年计划的106%."""
COMPARING = frozenset("比较与同")
"""Before a word for a time past these make a comparison of it: 比|去年."""
NOT_UNDER = {"低于": Says.AT_LEAST, "少于": Says.AT_LEAST, "高于": Says.AT_MOST, "超过": Says.AT_MOST}
"""What a level that is compared with another is bounded by: 不|低于|当地人均纯收入的60%."""
