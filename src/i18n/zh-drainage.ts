import type { DrainageWords } from './drainage-words-shape';

/** Drainage's words in Chinese. */
export const drainageWords: DrainageWords = {
  kpis: {
    'drainage.rain': { name: '降雨强度', formula: '此刻的降雨强度。' },
    'drainage.worst-depth': { name: '道路最大积水深度', formula: '此刻各条道路积水的最大深度。' },
    'drainage.deepest': { name: '历来最大积水深度', formula: '开始以来各条道路积水的最大深度。' },
    'drainage.flooded-roads': {
      name: '积水道路长度',
      formula: '此刻有积水达到 0.15 m 的道路长度，两个方向分别计算。',
    },
    'drainage.most-flooded-roads': { name: '积水道路最大长度', formula: '开始以来积水道路长度的最大值。' },
    'drainage.on-roads': { name: '道路积水量', formula: '此刻积在街道上的水量。' },
    'drainage.outfall': { name: '排出水量', formula: '开始以来由排出口以及其旁岸边流出的水量。' },
    'drainage.into-galleries': { name: '雨水流入管廊', formula: '开始以来由街道流入综合管廊的水量。' },
  },
  kinds: {
    cloudburst: {
      name: '暴雨',
      does: '全城降下一场暴雨，雨型按本市暴雨强度公式（芝加哥雨型）。管道充满，街道积水；浅水使车辆减速，积水 0.3 m 时道路中断。潮位高时排水受顶托。',
      fields: {
        measure: { name: '雨量', options: { 'return-period': '按重现期', total: '按总雨量' } },
        years: { name: '重现期' },
        total: { name: '总雨量' },
        minutes: { name: '历时' },
        peak: { name: '雨峰时刻' },
        tide: { name: '排出口水位抬高' },
      },
    },
    'steady-rain': {
      name: '持续降雨',
      does: '全城以不变的强度降雨。',
      fields: { intensity: { name: '强度' } },
    },
    snowfall: {
      name: '降雪',
      does: '冷空气在一小时内到来，随之降雪（雪量按融化后的水量计）。积雪会堆积、融化，遮住光伏；道路清雪之前车速最多下降五分之二。',
      fields: { intensity: { name: '强度' }, temperature: { name: '气温不高于' } },
    },
    fog: {
      name: '大雾',
      does: '一刻钟之内起雾。驾驶员的车速不超过能见距离内刹得住的速度。',
      fields: { visibility: { name: '能见度' } },
    },
    'drain-pump-outage': {
      name: '排水泵停运',
      does: '提升雨水的水泵停运；需要它们的地方，水排不出去。',
      fields: {},
    },
  },
  weather: {
    roads: '道路积水',
    shut: '中断',
    rain: '降雨',
    snow: '降雪',
    lies: '积雪水当量',
    sees: '能见度',
  },
  happeningTexts: {
    'drainage.main-full': (p) => `雨水管满流：${p.place}`,
    'drainage.road-flooded': (p) => `道路积水：${p.place}`,
    'drainage.road-drained': (p) => `道路积水已退：${p.place}`,
    'drainage.water-in-gallery': (p) => `雨水流入管廊：${p.place}`,
    'drainage.switchgear-flooded': (p) => `配电设备进水：${p.place}`,
    'drainage.switchgear-dry': (p) => `配电设备积水已退：${p.place}`,
  },
};
