import type { TunnelWords } from './tunnel-words-shape';

/** What galleries and what goes on in them are called in Chinese. */
export const tunnelWords: TunnelWords = {
  kpis: {
    'tunnel.alarms': {
      name: '管廊报警次数',
      formula: '开始以来综合管廊内燃气、火灾、水位报警次数；仅供查看的预警不计。',
    },
    'tunnel.false-alarms': { name: '误报次数', formula: '其中并无泄漏的燃气报警次数。' },
    'tunnel.highest-gas': { name: '燃气浓度峰值', formula: '开始以来顶部空气甲烷浓度占爆炸下限的最高百分比。' },
    'tunnel.gas-released': { name: '燃气泄漏量', formula: '开始以来管廊内燃气管道漏出的燃气质量。' },
    'tunnel.explosive-air': { name: '超爆炸下限空气量', formula: '开始以来浓度超过爆炸下限的空气体积与持续时间之积。' },
    'tunnel.detection-time': {
      name: '发现用时',
      formula: '从泄漏、起火或进水开始到报警或机器人发现的平均时间；尚未发现的计到此刻。',
    },
    'tunnel.highest-temperature': { name: '管廊最高气温', formula: '开始以来区段平均气温的最高值；着火区段不计。' },
    'tunnel.highest-water': { name: '管廊最高水位', formula: '开始以来高出区段地面最低处的最高水位。' },
    'tunnel.sections-drowned': { name: '被淹区段数', formula: '此刻配电箱、水泵和探测器泡水或待更换的区段数。' },
    'tunnel.fan-energy': { name: '管廊风机电量', formula: '开始以来管廊风机的用电量。' },
    'tunnel.crew-hours': { name: '管廊抢修工时', formula: '开始以来抢修队前往管廊、等待和作业的时间。' },
    'tunnel.cables-lost': { name: '烧断电缆数', formula: '开始以来在管廊内烧断的电缆数。' },
  },
  kinds: {
    'gas-leak': {
      name: '管廊燃气泄漏',
      does: '区段内燃气管道出现漏孔。燃气在顶部聚集，探测器、风机、阀门和人员按规程联动，靠该管供气的用户可能缺气。漏孔修好即结束。',
      fields: { hole: { name: '孔径' }, place: { name: '区段内位置' } },
    },
    'gallery-flooding': {
      name: '管廊进水',
      does: '水涌入区段。水泵在有电时尽力排水；配电箱和探测器会被淹，完好的电缆不会。',
      fields: {
        inflow: { name: '水量' },
        pumps: { name: '水泵', options: { 'as-built': '正常', 'out-of-order': '故障' } },
      },
    },
    'gallery-fire': {
      name: '管廊火灾',
      does: '区段内电缆起火。风机和防火阀关闭，自动灭火启动，电缆烧断，所带用户停电。',
      fields: {
        growth: { name: '蔓延', options: { slow: '缓慢', medium: '中等', fast: '快速', 'ultra-fast': '超快' } },
      },
    },
    'gallery-ventilation': {
      name: '管廊通风',
      does: '为节能或因故障减少风量。节能时报警仍会启动风机；故障时不会。',
      fields: {
        share: { name: '占平时风量' },
        why: { name: '原因', options: { saving: '调低节能', failure: '风机故障' } },
      },
    },
    'inspection-robots': {
      name: '巡检机器人',
      does: '机器人巡遍每个舱室，能嗅到固定探测器发现不了的燃气。',
      fields: { interval: { name: '巡检间隔' } },
    },
    'detector-faults': {
      name: '燃气探测器故障',
      does: '燃气探测器读数偏高或偏低，部分失联：无事报警，或有事不报。',
      fields: { bias: { name: '读数偏高' }, dead: { name: '失联比例' } },
    },
    'gallery-orders': {
      name: '管廊指令',
      does: '值班员可直接下达的指令：确认报警、放散已关断管段的余气、将区段复位。',
      fields: {
        order: { name: '指令', options: { acknowledge: '确认报警', 'blow-down': '放散余气', reset: '复位' } },
      },
    },
  },
  happeningTexts: {
    'tunnel.gas-pre-alarm': (p) => `管廊内有少量燃气：${p.place}`,
    'tunnel.gas-pre-alarm-over': (p) => `管廊内燃气已散：${p.place}`,
    'tunnel.gas-alarm': (p) => `管廊燃气报警：${p.place}`,
    'tunnel.gas-cut-off': (p) => `管廊燃气管已切断：${p.place}`,
    'tunnel.gas-acknowledged': (p) => `控制中心已确认报警：${p.place}`,
    'tunnel.gas-purged': (p) => `空气已置换干净：${p.place}`,
    'tunnel.gas-reset': (p) => `已复位，恢复供气：${p.place}`,
    'tunnel.robot-found-gas': (p) => `机器人嗅到燃气：${p.place}`,
    'tunnel.water-high': (p) => `管廊地面有水：${p.place}`,
    'tunnel.water-valves-shut': (p) => `管廊给水管已切断：${p.place}`,
    'tunnel.boards-off': (p) => `水到之前切断低压电源：${p.place}`,
    'tunnel.boards-drowned': (p) => `配电箱、水泵和探测器被淹：${p.place}`,
    'tunnel.section-dry': (p) => `已排干并恢复：${p.place}`,
    'tunnel.water-on-road': (p) => `管廊已满，水从井口涌上路面：${p.place}`,
    'tunnel.fire-alarm': (p) => `管廊火灾报警：${p.place}`,
    'tunnel.suppression-on': (p) => `自动灭火启动：${p.place}`,
    'tunnel.fire-out': (p) => `明火已灭：${p.place}`,
    'tunnel.smoke-cleared': (p) => `烟气已排净：${p.place}`,
    'tunnel.cable-burnt': (p) => `电缆烧断：${p.place}`,
    'tunnel.fibre-burnt': (p) => `通信光缆烧断：${p.place}`,
    'tunnel.cable-hot': (p) => `电缆超温：${p.place}`,
    'tunnel.cables-switched-off': (p) => `消防要求停运该处其余电缆：${p.place}`,
    'tunnel.section-dark': (p) => `管廊区段停电：${p.place}`,
    'tunnel.section-lit': (p) => `管廊区段恢复供电：${p.place}`,
    'tunnel.road-shut': (p) => `上方道路封闭并疏散：${p.place}`,
    'tunnel.road-free': (p) => `上方道路解除封闭：${p.place}`,
    'tunnel.crew-called': (p) => `抢修队出发前往管廊：${p.place}`,
    'tunnel.crew-there': (p) => `抢修队到达：${p.place}`,
    'tunnel.crew-done': (p) => `抢修完成：${p.place}`,
    'tunnel.nothing-found': (p) => `抢修队未发现异常：${p.place}`,
    'tunnel.crew-cannot-come': (p) => `抢修队无路可达：${p.place}`,
  },
};
