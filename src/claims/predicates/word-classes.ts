/**
 * The words that patterns name in angle brackets: <rise> is any of 增长 增加 提高 …. A new word is one word here.
 * The longest that stands there is taken.
 */
const words = (list: string): readonly string[] => list.trim().split(/\s+/)

const rise = words(
  `增长 增加 提高 提升 上升 上涨 上浮 上调 扩大 增多 净增 净增加 攀升 回升 增 升 涨 多增 提价 微增 微升 多发 拓展 延长 上扬 加快 放大 增收 增产 提速 涨价 增支 超收 调增 少减 少降 比增 攀高 激增 新增加 上行 反弹`,
)
const fall = words(
  `下降 降低 减少 压减 缩减 收窄 下跌 下滑 下调 回落 压缩 缩短 减 降 缩小 减轻 节约 削减 负增长 精简 压降 下行 降幅 减排 跌 改善 放缓 趋缓 减亏 减产 递减 优化 降价 比降 比减 调减 减收 减支 短收 微降 少增 多减 少发 压减了 少了`,
)
/** 调整为, 跃升至: moved, and to where. */
const move = words(
  `调整 变 改 跃升 跃 进 攀 提 缩 扩 推 压 转 转变 升级 发展 拉 抬 优化 上调 下调 降低 精简 拓 调 由 进一步提 上 放宽 翻 恢复 回归 跃进 迈进`,
)
const to = words('至 到 为 成')

export const wordClasses: Readonly<Record<string, readonly string[]>> = {
  rise,
  fall,
  move,
  /** Any of these moved, before <to>: 跃升至, 压缩到. */
  shift: [...new Set([...rise, ...fall, ...move])],
  to,
  /** 增速 涨幅: the number behind them says how much something grew. */
  growth: words('增速 增幅 涨幅 增长率 增长速度 增长幅度 同比增速 环比增速 年均增速 平均增速 年均增长率'),
  decline: words('降幅 跌幅 减幅 下降幅度 降低率 下降率'),
  reach: words(
    `达到 达到了 达 为 是 有 达至 总计 合计 共计 共 共有 累计 累计达 累计达到 保持在 稳定在 控制在 维持在 保持 稳定 巩固在 安排 按 拟按 定为 设为 实现 约为 突破了 超过了 已达 已超 站上 跨越 迈上 跨上 迈过 跨过 站稳 升破 稳居 仅为 仅 位于 处于 居于 高达 多达 在 目标为 指标为 力争达到 可达 将达 能达 不变为 等于 不变`,
  ),
  /** Whom something is measured against at the same time. */
  group: words(
    '全国 全省 全市 全县 世界 国际 国家 行业 平均 目标 预期 计划 年度 同类 同期 中部 东部 西部 东北 沿海 周边 规划 国内 中央 省 发达国家 既定 时序 国标 国家标准 法定 承诺 标准 任务',
  ),
  /** Where something has a share: 在北方地区占比. */
  region: words(
    '全国 全省 全市 全县 全区 全球 世界 国内 北方地区 南方地区 东部地区 中部地区 西部地区 东北地区 西北地区 西南地区 华北地区 华东地区',
  ),
  /** How sure, how often, how fast: between what is measured and its verb. */
  adverb: words(
    `实际 名义 累计 平均 同步 大幅 大幅度 小幅 明显 显著 稳步 持续 进一步 快速 较快 又 再 也 均 都 共 分别 已 已经 预计 将 要 拟 仅 约 继续 只 总体 逐步 同口径 首次 一举 迅速
    力争 整体 普遍 平稳 逐年 连续 直接 相应 有望 一直 始终 依次 就 则 可望 平均 争取 预期 普遍 略 微 稍 略有 有所 合计 当年 年均 年平均 两年平均 三年平均 四年平均 五年平均`,
  ),
  /** Of a number of times: the year itself, or what it is set against. */
  yoy: words(
    '同比 比上年 较上年 比去年 较去年 比上年同期 较上年同期 比去年同期 较去年同期 同比去年 与上年同期相比 与上年相比 与去年相比 按可比价格计算比上年 按现行价格计算比上年 按不变价格计算比上年 按当年价格计算比上年 比前一年 较前一年 比上年度 较上年度 同比上年',
  ),
  mom: words('环比 比上月 较上月 比上季度 较上季度 比上期 较上期 比上季 较上季'),
}
