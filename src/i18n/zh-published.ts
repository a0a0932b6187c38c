import type { publishedWords as english } from './en-published';

/** 关于园区公布指标的说法。 */
export const publishedWords: typeof english = {
  title: '园区公布的指标与全年模拟',
  open: '公布指标',
  openHint: '园区公布的十项能源指标，与本城市模拟一年所得相对照',
  about:
    '园区公布了十项能源指标。本城市为此以一刻钟为步长模拟整整一年，旁边有一座没有泛能网的参照城市，再由燃烧、购入和供出的能量算出同样的十项。对不上的，用数字说明原因。',
  elsewhere: '这座城市没有公布过能源指标。',
  live: '模拟一年',
  again: '重新模拟',
  stop: '停止',
  takes: '占用一个处理器六到十五分钟；其间城市照常运行，这里可以关闭再打开；重新加载页面则从头开始。',
  living: (p) => `正在模拟一年：${p.share}`,
  stale: '现在的改变已不是模拟时的那些。',
  failed: '全年模拟没有完成。',
  told: (p) => `${p.of} 项中有 ${p.met} 项与公布值一致。`,
  changes: (p) => `所作改变中有 ${p.changes} 项全年有效；另有 ${p.leftOut} 项属于其他网络或有期限，未计入。`,
  figure: '指标',
  published: '公布值',
  lived: '模拟值',
  off: '相差在 2 % 内？',
  atLeast: (p) => `超过 ${p.value}`,
  holds: '一致',
  misses: '不一致',
  above: (p) => `高 ${p.share}`,
  below: (p) => `低 ${p.share}`,
  fitted: '其排放系数按公布值标定，燃料一致则数值一致。',
  source: (p) =>
    `公布值取自园区的公开资料。与之配套的能量收支并未公布；（）里是与其中多数指标一致的一种收支（发动机年发电 ${p.engines} 吉瓦时等）。`,
  causes: {
    meters: (p) =>
      `远传仪表装在大用户接口（GB 17167），计到电 ${p.electricity} %、热 ${p.heat} %、冷 ${p.cooling} %、燃气 ${p.gas} %。`,
    engines: (p) =>
      `发动机发电 ${p.engines} 吉瓦时（${p.wantedEngines}），外购 ${p.imported}（${p.wantedImported}）：只要余热有用，发动机就运行。`,
    ambient: (p) => `热泵从地下取热 ${p.ambient} 吉瓦时（${p.wanted}）：热泵只供 45 °C 管网，而许多用户要 90 °C 的热。`,
    coal: (p) =>
      `参照城市折合标准煤 ${p.reference} 千吨（${p.wantedReference}），园区 ${p.park} 千吨（${p.wantedPark}）：厨房和工艺燃气 ${p.kitchens} 吉瓦时、管网与电缆损失 ${p.losses} 吉瓦时未列入公布的收支，两边的车辆也都充电。`,
    demand: (p) =>
      `与参照城市相比，建筑少用热 ${p.heatLess} %、少用冷 ${p.coolingLess} %（${p.wantedHeatLess} 和 ${p.wantedCoolingLess}）；厨房和工艺燃气 ${p.kitchens} 吉瓦时、管网与电缆损失 ${p.losses} 吉瓦时未列入公布的收支。`,
  },
};
