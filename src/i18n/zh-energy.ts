import type { EnergyWords } from './energy-words-shape';

/** What energy's own things are called in Chinese. */
export const energyWords: EnergyWords = {
  kpis: {
    'energy.electric-demand': { name: '当前用电功率', formula: '所有带电用户此刻从电网取用的功率，不含网损。' },
    'energy.electric-peak': {
      name: '用电尖峰',
      formula: '开始以来按钟点每十五分钟平均用电功率的最大值；第一刻钟未满时为开始以来的平均值。',
    },
    'energy.import-peak': {
      name: '购电尖峰',
      formula: '开始以来各接入点按钟点每十五分钟平均净购电功率的最大值；第一刻钟未满时为开始以来的平均值。',
    },
    'energy.imported-electricity': { name: '购入电量', formula: '开始以来从上级电网各接入点取用的电量。' },
    'energy.exported-electricity': { name: '上网电量', formula: '开始以来送回上级电网的电量。' },
    'energy.solar-electricity': { name: '光伏发电量', formula: '开始以来屋顶光伏送入电网的电量。' },
    'energy.wind-electricity': { name: '风力发电量', formula: '开始以来风机送入电网的电量。' },
    'energy.network-losses': {
      name: '网损电量',
      formula: '开始以来线路和变压器的发热，铜损与铁损之和，按交流潮流计算。',
    },
    'energy.unserved-electricity': {
      name: '停电损失电量',
      formula: '开始以来失电用户本来会用的电量，按各自每分钟的负荷累计。',
    },
    'energy.island-electricity': {
      name: '孤岛电池供电量',
      formula: '开始以来各站电池独立支撑所在片区电网时送出的电量。',
    },
    'energy.buildings-dark': { name: '停电建筑', formula: '此刻没有电压的建筑数。' },
    'energy.worst-loading': {
      name: '线路最高负载率',
      formula: '开始以来任一线路、电缆或变电站主变的电流与额定值之比的最大值。',
    },
    'energy.loading-now': {
      name: '最忙线路负载率',
      formula: '此刻任一线路、电缆或变电站主变的电流与额定值之比的最大值。',
    },
    'energy.worst-house-loading': {
      name: '配电变压器最高负载率',
      formula: '开始以来任一配电变压器的电流与额定值之比的最大值。',
    },
    'energy.lowest-voltage': { name: '最低电压', formula: '开始以来任一带电点的电压与额定电压之比的最小值。' },
    'energy.highest-voltage': {
      name: '最高电压',
      formula: '开始以来10千伏及以下任一点的电压与额定电压之比的最大值。',
    },
    'energy.corridor-land': {
      name: '高压走廊占地',
      formula: '线路架空时，35千伏及以上线路走廊所占土地：每排杆塔20米宽，两回同塔；电缆不占地。',
    },
    'energy.breaker-trips': { name: '跳闸次数', formula: '开始以来因故障和过载断开的断路器与熔断器次数。' },
    'energy.overload-trips': { name: '过载跳闸次数', formula: '其中因线路或变压器过热而断开的次数。' },
    'energy.overloads-foreseen': { name: '预见的过载', formula: '开始以来调控中心因预见过载而发出的限电呼叫次数。' },
    'energy.overloads-averted': {
      name: '避免的过载',
      formula: '其中如果不限电就会热到跳闸、实际没有跳闸的次数。用同一套热模型在旁边推算，把限下的负荷加回去。',
    },
    'energy.foreseen-in-vain': { name: '误报', formula: '其中即使不呼叫、到结束时也没有热到跳闸的次数。' },
    'energy.foresight-lead': { name: '预见提前量', formula: '在避免的过载里，从呼叫到本来会跳闸的时间，取平均。' },
    'energy.held-back': { name: '应呼叫少用的电', formula: '开始以来用户应调控中心呼叫关掉的照明和设备用电。' },
    'energy.engine-electricity': { name: '燃机发电量', formula: '开始以来能源站燃气发动机发出的电量。' },
    'energy.gas': { name: '燃气用量', formula: '开始以来能源站和建筑烧掉的燃气，按低位热值计。' },
    'energy.gas-of-buildings': {
      name: '建筑用气',
      formula: '燃气用量的一部分：开始以来厨房、工艺和建筑自备锅炉烧掉的燃气。',
    },
    'energy.ambient-heat': { name: '环境热', formula: '开始以来热泵从土壤、水和空气取得的热量。' },
    'energy.heat-dumped': { name: '排空的热量', formula: '开始以来燃机余热中无人使用、由冷却器排入空气的部分。' },
    'energy.unserved-gas': {
      name: '未供燃气',
      formula: '开始以来建筑和能源站运行中的机组需要而没有得到的燃气；因低压停机的机组不计。',
    },
    'energy.leaked-gas': { name: '泄漏燃气', formula: '开始以来管道漏到空气中的燃气，按低位热值计。' },
    'energy.lowest-gas-pressure': {
      name: '干管最低气压',
      formula: '开始以来低压级以上燃气管网任一点的最低压力与额定压力之比。',
    },
    'energy.lowest-low-gas-pressure': {
      name: '用户侧最低气压',
      formula: '开始以来低压级（调压器之后）任一点的最低压力与额定压力之比。',
    },
    'energy.line-pack': { name: '管存燃气', formula: '管道里现存的燃气，按低位热值计。' },
    'energy.heat-delivered': { name: '供热量', formula: '开始以来热网送到建筑的热量。' },
    'energy.cooling-delivered': { name: '供冷量', formula: '开始以来冷网送到建筑的冷量。' },
    'energy.unserved-heat': { name: '未满足的热量', formula: '开始以来建筑向热网要而没有得到的热量。' },
    'energy.loop-water-lost': { name: '管网失水量', formula: '开始以来爆裂的供热、供冷管漏掉的水。' },
    'energy.unserved-cooling': { name: '未满足的冷量', formula: '开始以来建筑向冷网要而没有得到的冷量。' },
    'energy.heat-losses': { name: '管网热损失', formula: '开始以来管道散失到土壤的热量。' },
    'energy.cost': { name: '能源费用', formula: '开始以来按分时电价购电、扣除上网售电，再加燃气费。价格为假设值。' },
    'energy.co2': {
      name: '能源二氧化碳',
      formula: '开始以来燃气（56.1千克/吉焦）和购入电力（山东2022年，0.641千克/千瓦时）的二氧化碳。',
    },
    'energy.co2-now': { name: '当前碳排放', formula: '最近一步燃气和购入电力的二氧化碳，折合每小时。' },
    'energy.co2-of-the-day': {
      name: '今日碳排放',
      formula: '零点以来（或开始以来，以较晚者为准）燃气和购入电力的二氧化碳。',
    },
    'energy.primary-energy': {
      name: '一次能源',
      formula: '开始以来燃气按每千瓦时0.1229、购入电力按每千瓦时0.30千克标准煤折算。',
    },
    'park.clean-share': {
      name: '清洁能源占比',
      formula:
        '开始以来燃气与太阳、风、地热能之和，占它们与购入电力之和的比例，按标准煤计（2012年电网每千瓦时0.33千克）。公布值80.6%。',
    },
    'park.renewable-share': {
      name: '可再生能源占比',
      formula: '开始以来太阳、风、地热能占全部能源的比例，按标准煤计。公布值15%以上。',
    },
    'energy.cars-charged': {
      name: '自有桩充电量',
      formula: '开始以来汽车在自有充电桩上取用的电量（运行中没有交通时）。',
    },
    'energy.cars-gave-back': {
      name: '汽车送回电量',
      formula: '开始以来汽车在自有充电桩上送回电网的电量（运行中没有交通时）。',
    },
    'energy.cars-ready': {
      name: '按时充好的车',
      formula: '开始以来离开自有充电桩的车里，电量不少于一直充电所能达到的（相差不超过四分之一千瓦时）的比例。',
    },
    'park.energy-saving': {
      name: '化石能源节约率',
      formula:
        '开始以来与参照城市相比：同样的人和天气，达标建筑，燃煤供热效率62%，电网每千瓦时0.33千克标准煤。公布值50.7%。',
    },
    'park.co2-cut': {
      name: '二氧化碳减排率',
      formula: '与参照城市相比，锅炉和电网用煤均按每千克标准煤2.60千克计。公布值64.6%。',
    },
    'park.co2-cut-today': {
      name: '二氧化碳减排率（2022年电网）',
      formula: '同上，两边电网均按山东2022年每千瓦时0.641千克计：电网越清洁，燃气的优势越小。',
    },
    'park.so2-cut': {
      name: '二氧化硫减排率',
      formula: '与参照城市相比，系数按公布值86.1%拟合：每吨标准煤燃煤6.8千克、燃气0.474千克。',
    },
    'park.nox-cut': {
      name: '氮氧化物减排率',
      formula: '与参照城市相比，系数按公布值70.8%拟合：每吨标准煤燃煤7.0千克、燃气3.3千克。',
    },
    'park.dust-cut': {
      name: '粉尘减排率',
      formula: '与参照城市相比，系数按公布值81.5%拟合：每吨标准煤燃煤1.13千克、燃气0.215千克。',
    },
    'park.coal-saved': {
      name: '节约标准煤',
      formula: '开始以来参照城市多烧的标准煤。公布值每年15万吨。',
    },
    'park.reference-heat': { name: '参照城市用热', formula: '开始以来参照城市由燃煤锅炉取得的热量。' },
    'park.reference-cooling': {
      name: '参照城市用冷',
      formula: '开始以来参照城市冷水机组制取的冷量，每千瓦时电制冷3.5千瓦时。',
    },
    'park.reference-electricity': {
      name: '参照城市用电',
      formula: '开始以来参照城市从电网取得的电量，含冷水机组和充电。',
    },
    'park.intensity': {
      name: '单位产值能耗',
      formula: '化石能源与同期产值之比；年产值63.4亿元由公布数字推算。公布值0.23。',
    },
    'park.monitored-share': {
      name: '用能监测率',
      formula:
        '自开始以来交付给建筑、充电桩、信号灯等用户的电、热、冷、气（终端能量，一度当一度），其中经过当时能通信的计量表的份额：表所属通信点及其通往机房的光缆沿途有电。公布值90%。',
    },
    'park.monitored-electricity': { name: '用电监测率', formula: '同上，仅计电。' },
    'park.monitored-heat': { name: '用热监测率', formula: '同上，仅计热。' },
    'park.monitored-cooling': { name: '用冷监测率', formula: '同上，仅计冷。' },
    'park.monitored-gas': { name: '用气监测率', formula: '同上，仅计建筑内燃气。' },
  },

  kinds: {
    'substation-outage': {
      name: '变压器停运',
      does: '让变压器退出运行。邻近线路在开关和电缆允许的范围内转供，其余停电；信号灯在电池耗尽后熄灭。',
      fields: {
        transfer: { name: '转供方式', options: { automatic: '自动装置（按现状）', manual: '只由抢修人员操作' } },
        batteryMinutes: { name: '信号灯电池可用' },
      },
    },
    'cut-cable': {
      name: '挖断电缆',
      does: '线路故障：整条馈线跳闸，抢修人员隔离故障，邻近馈线接带其余用户。修复后结束。',
      fields: {},
    },
    'machine-outage': {
      name: '机组停运',
      does: '让能源站的机组退出运行。其余机组和储能在能力范围内接替，并立即重新编制计划；不足部分停供。',
      fields: { machines: { name: '每组停运台数' } },
    },
    'cut-gas-main': {
      name: '挖断燃气管',
      does: '挖掘机挖断燃气干管，两端漏气，直到阀门被遥控或由抢修人员关闭。管存只够几分钟，之后内燃机和锅炉因低压保护停机。修复后结束。',
      fields: { open: { name: '断口占管径截面' } },
    },
    'burst-heat-main': {
      name: '供热管爆裂',
      does: '供水管爆裂。漏水量在补水能力之内时照常供热；破口再大，热网失压，循环泵停运，直到由压力联锁阀或抢修人员关断，并补满漏掉的水。下游用户停热。在管廊内，水会流进舱室；在道路下，水会冒出路面。修复后结束。',
      fields: { hole: { name: '破口直径' } },
    },
    'burst-cooling-main': {
      name: '供冷管爆裂',
      does: '冷网同理：小漏可以补水维持，大漏使冷网停运，直到关断。',
      fields: { hole: { name: '破口直径' } },
    },
    'gas-shortage': {
      name: '上游燃气失压',
      does: '城市各门站前的管线失压：门站只能维持设计压力的一部分，或者完全关断。只要调压站前压力还够，用户无感；不够时，管存用尽后内燃机和锅炉因低压保护停机，余气不足时住户用气减少。',
      fields: { pressure: { name: '门站尚存压力' } },
    },
    'heat-wave': {
      name: '热浪',
      does: '晴朗、无风的高温天气：半天内升温，持续，再用半天消退。',
      fields: { degrees: { name: '升温' } },
    },
    'cold-snap': {
      name: '寒潮',
      does: '大风降温天气：半天内降温，持续，再用半天消退。',
      fields: { degrees: { name: '降温' } },
    },
    'station-battery': {
      name: '储能电池',
      does: '为所选能源站各加装一组电池：在功率和容量允许的范围内削减园区购电尖峰，或按能源站计划运行。投入时为空，充放一次约损失十分之一。电网失电一分钟后，在功率和电量允许的范围内独立为所在片区供电。',
      fields: {
        power: { name: '每站功率' },
        energy: { name: '每站容量' },
        use: { name: '用途', options: { peaks: '削峰', plan: '按计划' } },
      },
    },
    'station-engines': {
      name: '三联供机组',
      does: '为所选能源站各增加带余热回收的燃气机组，并设定该站全部机组的运行方式：按计划、以热定电，或跟随用电负荷。',
      fields: {
        power: { name: '每站增加' },
        mode: { name: '运行方式', options: { plan: '按计划', heat: '以热定电（不弃热）', power: '以电定热' } },
      },
    },
    'station-heat-pumps': {
      name: '地源热泵',
      does: '为所选能源站各增加地源热泵，用电代替燃气制热；站内供冷时也可制冷。是否减排取决于电网的排放因子。',
      fields: { heat: { name: '每站供热能力' } },
    },
    clouds: {
      name: '云层飘过',
      does: '五分钟内云层覆盖园区。光伏出力下降，在下一次计划之前由上级电网补足。',
      fields: { cover: { name: '遮蔽天空' } },
    },
    'rooftop-solar': {
      name: '屋顶光伏',
      does: '在所选屋顶（或全部屋顶）加装光伏：按屋顶可用部分还能容纳的容量，在已有光伏之外新增。',
      fields: {
        share: { name: '占屋顶可用余量' },
        layout: { name: '组件朝向', options: { south: '朝南成排', 'east-west': '东西成对' } },
      },
    },
    'raise-voltage': {
      name: '升压',
      does: '园区中压电缆改在另一电压运行，并更换相应变压器。损耗与电压的平方成反比。',
      fields: { kilovolts: { name: '电缆电压' } },
    },
    'overhead-lines': {
      name: '改为架空线',
      does: '同一电网不入管廊：全部线路改挂杆塔。阻抗和载流量按架空导线计，天热载流量下降，高压走廊占用土地。未计风、冰、雷击造成的故障。',
      fields: {},
    },
    'demand-response': {
      name: '需求响应',
      does: '所选建筑（或全部建筑）暂时少用电：关掉部分照明和设备，采暖、空调让步几度；其中一部分之后会补用。',
      fields: { share: { name: '照明和设备关停' }, degrees: { name: '室温让步' } },
    },
    'retrofit-buildings': {
      name: '建筑节能改造',
      does: '为所选建筑（或全部建筑）换上另一标准的墙体、门窗和新风。',
      fields: {
        standard: {
          name: '标准',
          options: { 'passive-house': '被动房', 'low-energy': '低能耗', code: '现行标准', old: '老旧' },
        },
      },
    },
    'pan-energy-mix': {
      name: '泛能网配比',
      does: '城市在泛能网的路上走多远：全不用时，由锅炉、冷水机组和电网承担；全用时，已建的燃机、热泵和光伏风电全部投入。被动房为额外措施。公布指标由随后计量的数据算出。',
      fields: {
        engines: { name: '燃机投用' },
        heatPumps: { name: '热泵投用' },
        renewables: { name: '光伏风电投用' },
        passiveHouses: { name: '改造为被动房的建筑' },
      },
    },
    'busbar-fault': {
      name: '母线故障',
      does: '母线发生故障：接在上面的线路和变压器全部断开，直到修复。失电用户停电，母联或联络开关允许时转由别处供电。',
      fields: { hours: { name: '修复用时' } },
    },
    'dispatch-aim': {
      name: '能源站运行目标',
      does: '能源站按什么来安排运行：费用最低、碳排放最少，或一次能源最少（通常的目标）。燃机、锅炉、热泵和储能随之在不同的时段运行；价格为假设值。',
      fields: {
        aim: {
          name: '目标',
          options: { cost: '费用最低', carbon: '碳排放最少', 'primary-energy': '一次能源最少' },
        },
      },
    },
    'electric-cars': {
      name: '电动汽车无序充电',
      does: '全市小汽车中有这么多是电动车，有自有桩的车主不问电网就接上充电：一到就充，或从平时的钟点开始。有交通参与的运行里，车主下一次出车时换成电动车，尾气随之消失；只算能源的运行里，自有桩和公共充电站一起增加。这里的充电桩功率指新增车辆的。',
      fields: {
        share: { name: '小汽车电动化比例' },
        kilowatts: { name: '自有桩功率' },
        fromHour: { name: '不早于几点（0为一到就充）' },
      },
    },
    'managed-charging': {
      name: '有序充电',
      does: '有自有桩的车里，有这么多把何时充电交给电网：在时段之内补平各条馈线未来一天的低谷，不让任何变压器超过额定；来不及充好的照样先充。向电网送电只在没有交通的运行里有效；有交通参与时汽车只充不放。公共充电站不受管理。',
      fields: {
        share: { name: '参与的车' },
        fromHour: { name: '开始' },
        untilHour: { name: '结束' },
        givesBack: { name: '向电网送电（没有交通时）' },
      },
    },
    'time-of-use': {
      name: '峰谷电价',
      does: '高峰（16至22时）电价是低谷（0至6时、10至15时）的若干倍，居民也一样。设备用电按替代系数在各小时之间转移，全天总量不变；看价格的车主等到低谷再充电；能源站按此安排运行。如果都挤到同一时刻，可能形成新的高峰，会给出提示。室温不随电价调整。',
      fields: {
        ratio: { name: '峰谷价比' },
        elasticity: { name: '替代系数' },
        followers: { name: '有自有桩的车里按电价充电的' },
      },
    },
    'control-room': {
      name: '调控中心主动出击',
      does: '电网调控中心请用户少用照明和设备：或在电缆、变压器过载跳闸之后，或在预测到它会跳闸之时。预测跟踪每条线路的负载率和趋势，由此推算它会有多热。只呼叫由这条线路供电、通信能到达的用户。阈值越低、看得越远，呼叫越早，误报也越多。只监视电网；热、气、水和交通不在其内。',
      fields: {
        mode: { name: '何时行动', options: { 'on-alarm': '跳闸之后', 'on-forecast': '预测到时' } },
        horizon: { name: '预测多远' },
        threshold: { name: '达到跳闸热量的多少时行动' },
        share: { name: '照明和设备少用' },
        hours: { name: '每次持续' },
      },
    },
  },

  happeningTexts: {
    'energy.new-peak': () => '电价、定时或管理移动的用电形成了比原来更高的高峰',
    'energy.breaker-tripped': (p) => `断路器跳闸：${p.place}`,
    'energy.overload-foreseen': (p) => `预见${Math.round(p.values.minutes)}分钟后过载：${p.place}`,
    'energy.customers-called': (p) => `已请用户少用电：${p.place}`,
    'energy.call-over': (p) => `用户不必再少用电：${p.place}`,
    'energy.overload-tripped': (p) => `过载跳闸：${p.place}`,
    'energy.switch-closed': (p) => `已合闸：${p.place}`,
    'energy.switch-opened': (p) => `已分闸：${p.place}`,
    'energy.load-shed': (p) => `孤岛已切除负荷：${p.place}`,
    'energy.island-formed': (p) => `电池开始独立为所在片区供电：${p.place}`,
    'energy.island-joined': (p) => `孤岛已重新并网：${p.place}`,
    'energy.island-empty': (p) => `电池放空，孤岛停电：${p.place}`,
    'energy.island-overloaded': (p) => `超出电池能力，孤岛停电：${p.place}`,
    'energy.island-faulted': (p) => `故障使孤岛停电：${p.place}`,
    'energy.power-lost': (p) => `停电：${p.place}`,
    'energy.power-back': (p) => `恢复供电：${p.place}`,
    'energy.engine-gas-trip': (p) => `燃气压力过低，内燃机停机：${p.place}`,
    'energy.engine-gas-back': (p) => `内燃机恢复供气：${p.place}`,
    'energy.boiler-gas-trip': (p) => `燃气压力过低，锅炉停机：${p.place}`,
    'energy.boiler-gas-back': (p) => `锅炉恢复供气：${p.place}`,
    'energy.gas-main-shut': (p) => `断裂的燃气管已关断：${p.place}`,
    'energy.thermal-main-burst': (p) => `供热或供冷管爆裂：${p.place}`,
    'energy.thermal-main-shut': (p) => `爆裂管段已关断：${p.place}`,
    'energy.thermal-main-mended': (p) => `爆裂管段已修复：${p.place}`,
    'energy.heat-loop-stopped': (p) => `热网失压，循环泵停运：${p.place}`,
    'energy.heat-loop-back': (p) => `热网恢复循环：${p.place}`,
    'energy.cooling-loop-stopped': (p) => `冷网失压，循环泵停运：${p.place}`,
    'energy.cooling-loop-back': (p) => `冷网恢复循环：${p.place}`,
    'energy.import-instead': (p) => `内燃机停机，改由上级电网供电：${p.place}`,
    'energy.heaters-plugged-in': () => '室温偏低，居民启用便携电暖器',
    'energy.heaters-put-away': () => '室温恢复，便携电暖器停用',
    'energy.regulators-short': (p) => `调压器不能维持压力，首个：${p.place}`,
  },
};
