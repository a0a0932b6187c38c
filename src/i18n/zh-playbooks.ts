import type { playbookWords as english } from './en-playbooks';

export const playbookWords: typeof english = {
  names: { overload: '线路过载', 'gas-short': '燃气不足', crash: '交通事故' },
  about: {
    overload: '把用电降到电网能承受的水平：先让汽车错峰充电，再请用户少用照明和设备、调低几度。',
    'gas-short': '锅炉断气时，请每间屋少要一些热，让剩下的热供得更久。',
    crash: '给救援让出通路，并告诉其他司机另一条路。',
  },
  who: {
    'grid-control': '电网调度',
    'heat-company': '供热公司',
    'traffic-police': '交警',
    broadcast: '交通广播',
  },
  open: '预案',
  openFor: (p) => `怎么应对：${p.what}`,
  title: (p) => `应急预案：${p.name}`,
  because: (p) => `${p.time} · ${p.what}`,
  whoDoes: '谁',
  does: '做什么',
  when: '何时',
  after: (p) => `${p.count}分钟后`,
  apply: '启动预案',
  applied: (p) => `已下达，${p.from}至${p.until}`,
  refused: (p) => `无法执行：${p.why}`,
  takenOff: '已撤销',
  by: (p) => `按预案：${p.who}`,
  note: '每一步都是一项普通的改变：可以结束或撤销，对比会说明它值多少。各方多快行动是我们的假设。',
};
