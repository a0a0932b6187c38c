import type { WaterWords } from './water-words-shape';

/** Water's words in Chinese. */
export const waterWords: WaterWords = {
  kpis: {
    'water.lowest-pressure': {
      name: '最低供水压力',
      formula: '上一分钟内，有用户用水的管网节点中的最低压力，以水头的米数计。',
    },
    'water.supplied': { name: '供水量', formula: '开始以来送到用户的水量，含管网漏失。' },
    'water.unserved': {
      name: '缺供水量',
      formula: '开始以来要用而没有送到的水量：压力低于服务水头时，水量按压力的开方减少（Wagner）。',
    },
    'water.buildings-short': {
      name: '缺水建筑',
      formula: '上一分钟内，得到的水不足所需 98% 的建筑数。',
    },
    'water.burst-loss': { name: '爆管流失水量', formula: '开始以来从爆裂水管流失的水量。' },
    'water.pump-electricity': { name: '水泵用电', formula: '开始以来水厂水泵的用电量。' },
  },
  kinds: {
    'burst-water-main': {
      name: '水管爆裂',
      does: '给水管爆裂，周围水压下降。大的由仪表发现，小的靠来电报告；随后遥控或由抢修人员关阀，数小时内修复。在管廊内，水会流进舱室。',
      fields: { hole: { name: '破口直径' } },
    },
    'shut-water-main': {
      name: '关闭给水管',
      does: '关闭一段给水管两端的阀门。若有别的路径，水会绕行。',
      fields: {},
    },
    'water-pump-outage': {
      name: '水泵停运',
      does: '水厂水泵停运。其余水泵提速接替；力不能及时，水压下降，供水减少。',
      fields: {},
    },
    'fight-fire': {
      name: '消防用水',
      does: '在所选建筑处打开消火栓。管径小的地方，周围用户会受影响。',
      fields: { flow: { name: '每处水量' } },
    },
  },
  happeningTexts: {
    'water.main-burst': (p) => `给水管爆裂：${p.place}`,
    'water.burst-found': (p) => `已发现爆管：${p.place}`,
    'water.crew-sent': (p) => `抢修人员前往爆管处：${p.place}`,
    'water.valve-shut': (p) => `已关阀：${p.place}`,
    'water.main-shut-off': (p) => `爆裂的给水管已隔断：${p.place}`,
    'water.main-mended': (p) => `给水管已修复：${p.place}`,
    'water.supply-low': (p) => `有建筑缺水，最严重处：${p.place}`,
    'water.supply-back': () => '供水全部恢复',
    'water.pump-dead': (p) => `水泵失电：${p.place}`,
    'water.pump-back': (p) => `水泵恢复运行：${p.place}`,
  },
};
