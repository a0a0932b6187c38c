import type { WorksWords } from './works-words-shape';

/** 道路施工的用语。 */
export const worksWords: WorksWords = {
  kpis: {
    'works.days-per-year': {
      name: '每年开挖天数',
      formula:
        '全年各条街道因直埋管线被开挖的天数之和：每公里街道、每种管线每年0.55次，每次4天。新建管廊按已建成计算。',
    },
    'works.sites-open': { name: '此刻开挖处数', formula: '管线开挖（显示日常开挖时）与在建管廊的基坑。' },
    'works.site-days': { name: '本次运行开挖天数', formula: '开挖处数按运行天数累计。' },
    'works.gallery-length': { name: '新建管廊长度', formula: '各项改变所建管廊的长度。' },
    'works.capex': { name: '新建管廊造价', formula: '按长度与舱数：单舱每公里5000万元，至四舱1.3亿元。' },
    'works.freed-land': { name: '节约土地', formula: '架空高压线迁入新建管廊后腾出的走廊用地。' },
    'works.plan-conflicts': {
      name: '规划不一致的面积',
      formula: '其他规划与用地规划要求不同、尚未决定的地块面积；两个其他规划都在的地方，各计一次。',
    },
    'works.land-given-up': { name: '让出的用地', formula: '地块让位于其他规划时让出的面积。' },
    'works.net-benefit': {
      name: '三十年净效益',
      formula:
        '三十年、折现率6%的现值：节约土地、免开挖、免停供，减去建设、运维与设备更新，加上期末残值。不含驾驶人延误（经济账从本次运行取得），不含入廊费。',
    },
  },
  kinds: {
    'build-gallery': {
      name: '建综合管廊',
      does: '在相连的街道下建综合管廊，直埋的管线迁入其中，这些街道不再为它们开挖。一次运行只显示一天；一年与三十年看道路施工指标和经济账。建设期明挖，分段占用车道。新管廊内的火灾与进水未建模。',
      fields: {
        stage: { name: '显示', options: { 'in-service': '建成后', building: '建设期' } },
        compartments: { name: '舱数' },
        power: { name: '电力入廊' },
        telecom: { name: '通信入廊' },
        water: { name: '给水入廊' },
        heat: { name: '供热供冷入廊' },
        gas: { name: '燃气入廊' },
        landPrice: { name: '每亩土地净收益' },
        months: { name: '工期（月）' },
        stretch: { name: '同时开挖长度' },
        lanes: { name: '每个方向占用车道' },
      },
    },
    'street-works': {
      name: '日常道路开挖',
      does: '街道为直埋管线反复开挖，按通常频率或更多；当天在何处施工由随机数决定，占用路边车道。有管廊的街道可以免去。',
      fields: { timesUsual: { name: '通常频率的倍数' } },
    },
    'settle-plans': {
      name: '多规合一',
      does: '其他规划对地块另有要求时，两者之一让位：地块让出落在该规划内的部分，或该规划保留地块原样。它不建设也不迁移任何东西；数字显示尚未决定的面积与让出的面积。',
      fields: {
        ruling: { name: '谁让位', options: { 'parcel-gives-way': '地块', 'plan-gives-way': '其他规划' } },
      },
    },
  },
  happeningTexts: {
    'works.dug-up': (p) => `道路开挖（管线）：${p.place}`,
    'works.made-good': (p) => `路面恢复：${p.place}`,
    'works.trench-opened': (p) => `管廊基坑开挖：${p.place}`,
    'works.trench-closed': (p) => `管廊基坑回填：${p.place}`,
    'works.pit-opened': (p) => `道路开挖（抢修）：${p.place}`,
    'works.pit-closed': (p) => `抢修基坑回填：${p.place}`,
  },
};
