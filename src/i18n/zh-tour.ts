import type { tourWords as english } from './en-tour';

export const tourWords: typeof english = {
  offer: '带我看看',
  offerHint: '六站，不到一分钟；按 Esc 随时离开',
  count: (p) => `${p.stop} / ${p.of}`,
  next: '下一站',
  back: '上一站',
  done: '试试看',
  skip: '离开导览',
  stops: {
    city: { title: '运行中的城市', text: '拖动环顾，滚轮拉近。点一座楼、一条路或一根电缆，看它在做什么。' },
    change: { title: '试一个改变', text: '选一种改变，在城市里点出地点，应用。没有改变的另一次运行与它同步前行。' },
    figures: { title: '带来什么', text: '每个指标都显示同一时刻的差别。点一下，看它的公式。' },
    time: { title: '时间由你掌握', text: '暂停、加速，拖动时间轴重过任一时刻，或预看即将到来的报警。' },
    happenings: { title: '为什么发生', text: '每个事件都说明起因，一直追到你的改变。整条因果链可以画在城市里。' },
    scenarios: { title: '什么都不会丢', text: '你做的都会保存。按住空格看没有改变的城市；点 A，用多个种子比较两者。' },
  },
};
