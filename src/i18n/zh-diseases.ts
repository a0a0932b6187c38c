import type { diseaseWords as english } from './en-diseases';

export const diseaseWords: typeof english = {
  title: '四种城市病',
  names: { shortage: '短缺', pollution: '污染', congestion: '拥堵', hazards: '灾害' },
  looksAt: {
    shortage: '需要而没有送到的电、热、冷、燃气和水',
    pollution: '道路尾气，以及道路和能源的二氧化碳',
    congestion: '车辆、公交和行人的延误',
    hazards: '事故严重度，救护车和消防车的到达，地下的爆炸性气体和积水，道路积水，失联的舱段',
  },
  verdicts: { better: '改善', worse: '变差', mixed: '有好有坏', same: '无变化', unmeasured: '这座城市没有' },
};
