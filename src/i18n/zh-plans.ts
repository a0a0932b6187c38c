import type { plansWords as english } from './en-plans';

/** 多个规划同在一张图上的文字。 */
export const plansWords: typeof english = {
  title: '一张图：多规合一',
  open: '各规划一张图',
  openHint: '其他规划对地块的要求与用地规划不同之处、面积多少、谁让位',
  none: '这座城市只有一个规划，没有其他规划与之重合。',
  map: '用地规划与其他规划的地图，红色为不一致之处',
  about:
    '地块落在其他规划的某一范围内，而该范围不容许它的用途，即为不一致。每项决定都与其他改变一样，可以撤销、比较和保存。',
  keyOpen: '不一致',
  keyRuled: '已决定',
  stillOpen: (p) => `尚有 ${p.parcels} 个地块不一致，共 ${p.area}`,
  whole: (p) => `（原有 ${p.parcels} 个，共 ${p.area}）`,
  parcel: (p) => `地块 ${p.id}，${p.use}`,
  against: (p) => `${p.plan}：${p.wants}`,
  settle: { 'parcel-gives-way': '地块让位', 'plan-gives-way': '规划让位' },
  ruled: { 'parcel-gives-way': '地块让位', 'plan-gives-way': '规划让位' },
  takeBack: '撤回',
  uses: {
    housing: '居住',
    commerce: '商业',
    office: '办公',
    research: '研发',
    industry: '工业',
    logistics: '物流',
    school: '学校',
    health: '医院',
    culture: '文化',
    civic: '行政',
    utility: '市政设施',
    transport: '交通',
    park: '公园',
    'protective-green': '防护绿地',
    water: '水面',
    reserve: '留用',
  },
};
