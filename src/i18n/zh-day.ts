import type { dayWords as english } from './en-day';

export const dayWords: typeof english = {
  ask: '全天负荷',
  again: '重新计算全天',
  hint: '只用能源系统把此方案的一整天按刻钟运行一遍，并把这座建筑与同类建筑并列',
  living: (p) => `正在运行全天：${p.share}`,
  title: '全天负荷',
  carrier: '能源种类',
  carriers: { electricity: '电', heat: '热', cooling: '冷', gas: '燃气' },
  none: '它不需要任何管网供给。',
  own: '这座建筑',
  middle: '同类的中位',
  band: '同类的八成',
  sentence: (p) => `全天 ${p.kwh}，${p.time} 最高 ${p.peak}。`,
  beside: (p) => `每平方米比其他 ${p.peers} 座同类建筑（${p.use}）的中位${p.isMore ? '多' : '少'} ${p.share}。`,
  leftOut: (p) => `其他网络的 ${p.count} 项改变不在其中。`,
  outOfDate: '方案在此之后已改变。',
};
