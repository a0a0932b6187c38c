import type { TelecomWords } from './telecom-words-shape';

/** Telecom's words in Chinese. */
export const telecomWords: TelecomWords = {
  kpis: {
    'telecom.nodes-lost': { name: '失联通信节点', formula: '当前与机房失联的节点数：停电、光缆中断或被停用。' },
    'telecom.sensors-heard': { name: '在线传感器', formula: '当前有覆盖且在线的传感器所占比例。' },
    'telecom.mean-age': {
      name: '数据平均滞后',
      formula: '距传感器上次上报的时间，对全部传感器和开始以来的时间取平均。',
    },
    'telecom.worst-age': { name: '数据最大滞后', formula: '失联最久的传感器距上次上报的时间。' },
    'telecom.sections-unheard': {
      name: '失联管廊区段',
      formula: '当前控制器与监控中心失联的区段数。区段仍自行动作，但无人得知。',
    },
    'telecom.crash-known': {
      name: '发现事故所需时间',
      formula: '按当前在线的情况对全部道路取平均：路上有检测器时为三分钟加一个上报间隔，没有时要十分钟才有人报警。',
    },
  },
  kinds: {
    'sensor-coverage': {
      name: '物联网覆盖（NB-IoT）',
      does: '各种设备只有一部分在线。没有覆盖的数据会变旧：空车位无法告知，事故发现得晚，管廊报警传不出去，表计不算监测。',
      fields: {
        parkingPercent: { name: '停车位（按道路）' },
        metersPercent: { name: '表计' },
        galleriesPercent: { name: '管廊区段' },
        roadsPercent: { name: '道路检测器' },
      },
    },
    'telecom-outage': {
      name: '通信中断',
      does: '所选节点失联，只经由它们通信的设备也随之失联。数据停在最后的值并变旧；开关要等抢修人员到场；管廊控制器独立工作。信号灯保持原方案。',
      fields: { hours: { name: '时长' } },
    },
  },
  happeningTexts: {
    'telecom.node-lost': (p) => `通信节点失联：${p.place}`,
    'telecom.node-back': (p) => `通信节点恢复：${p.place}`,
    'telecom.section-unheard': (p) => `监控中心已失去联系：${p.place}`,
    'telecom.section-back': (p) => `监控中心已恢复联系：${p.place}`,
    'telecom.data-stale': () => '有传感器失联，数据正在变旧',
    'telecom.data-back': () => '全部传感器恢复通信',
  },
};
