import type { TrafficWords } from './traffic-words-shape';

/** 交通及其改变的名称。 */
export const trafficWords: TrafficWords = {
  kpis: {
    'traffic.trips-inserted': { name: '已出发车次', formula: '自开始以来进入路网的出行次数。' },
    'traffic.trips-arrived': { name: '已到达车次', formula: '自开始以来到达目的地的出行次数。' },
    'traffic.trips-waiting': { name: '等待出发', formula: '已到出发时刻、却没有空位进入路网的出行次数。' },
    'traffic.trips-running': { name: '在途车辆', formula: '此刻路网中的车辆数。' },
    'traffic.trips-stuck': { name: '滞留车辆', formula: '五分钟内没有移动的车辆数。' },
    'traffic.trips-let-through': {
      name: '让行通过车辆',
      formula: '自开始以来，在车道最前面停得太久、由其他车辆让行通过的车辆数。',
    },
    'traffic.trips-diverted': {
      name: '绕行车次',
      formula: '因道路封闭而改变路线或目的地，或听从诱导改走更快路线的出行次数。',
    },
    'traffic.mean-duration': {
      name: '平均行程时间',
      formula: '从进入路网到到达的时间（在途者算到此刻），对自开始以来全部已出发的出行取平均。',
    },
    'traffic.mean-time-loss': {
      name: '平均时间损失',
      formula:
        '行驶慢于该驾驶人在空车道上所能达到的速度而损失的时间，对自开始以来全部已出发的出行取平均；不含进入前的等待。',
    },
    'traffic.mean-waiting': { name: '平均停车时间', formula: '速度低于 0.1 米/秒的时间，对全部已出发的出行取平均。' },
    'traffic.mean-insertion-delay': {
      name: '平均进入等待',
      formula: '从计划出发到找到空位进入路网（尚未进入者算到此刻）的时间，对全部到时的出行取平均。',
    },
    'traffic.parking-search': {
      name: '寻找车位',
      formula:
        '从发现街上车位已满到驶入有空位的街道（仍在寻找者算到此刻）的时间，对全部需要公共车位的出行取平均，含放弃寻找者。',
    },
    'traffic.walkers-crossed': {
      name: '行人过街',
      formula: '自开始以来经过街设施过街的人次，每过一处计一次。',
    },
    'traffic.walker-delay': {
      name: '行人过街等待',
      formula: '在路边和路中等待的时间，对自开始以来到达过街设施的全部行人取平均。',
    },
    'traffic.delay': {
      name: '总延误',
      formula: '全部出行的时间之和，减去以未作改变时的限速驶完同样距离所需的时间，再加进入前的等待。',
    },
    'traffic.bus-time-loss': {
      name: '公交时间损失',
      formula: '公交车行驶慢于在空车道上所能达到的速度而损失的时间，对全部已出发的公交车取平均；停站时间不计。',
    },
    'traffic.bus-delay': {
      name: '公交晚点',
      formula: '车辆到站晚于计划时刻的时间，对自开始以来所有到站以及此刻已过时未到的站取平均；早到计为 0。',
    },
    'traffic.bus-wait': {
      name: '等车时间',
      formula: '从到达站点到上车（或到此刻）的时间，对自开始以来所有上车的人和仍在等车的人取平均。',
    },
    'traffic.bus-headway-variation': {
      name: '公交间隔不均',
      formula:
        '各站前后两车的实际间隔与计划间隔之差的均方差，除以计划间隔的平均值，自开始以来（TCRP 165）。0 是间隔完全相同，接近 1 是成对而来。',
    },
    'traffic.bus-passengers-carried': {
      name: '公交到达人数',
      formula: '自开始以来已到达其公交行程最后一站的人数。',
    },
    'traffic.bus-passengers-aboard': { name: '公交车上人数', formula: '此刻在公交车上的人数。' },
    'traffic.bus-passengers-waiting': { name: '站上等车人数', formula: '此刻在站上等车的人数。' },
    'traffic.bus-passengers-left-behind': {
      name: '车满未上',
      formula: '自开始以来因车已满而未能上车的人次。',
    },
    'traffic.distance': { name: '行驶里程', formula: '自开始以来全部车辆行驶的距离。' },
    'traffic.crash-severity': {
      name: '事故严重程度',
      formula:
        '车速的四次方，对自开始以来的全部行驶里程取平均；全体以 50 公里/小时行驶为 1（尼尔松致命事故幂次模型）。',
    },
    'traffic.mean-speed': { name: '平均车速', formula: '最近一分钟内，全部车辆行驶的距离除以所用的时间。' },
    'traffic.control-delay': {
      name: '路口平均延误',
      formula:
        '最近一刻钟，每辆到达路口的车在路口损失的时间：从驶入进口道到离开路口的时间，减去该驾驶人自由行驶的时间（《道路通行能力手册》的控制延误）。',
    },
    'traffic.stops': {
      name: '停车次数',
      formula: '最近一刻钟，每车每路口的停车次数；速度曾高于 2.2 米/秒后降到 0.1 米/秒以下，计一次。',
    },
    'traffic.junctions-at-f': {
      name: 'F 级路口',
      formula: '最近一刻钟服务水平为 F 级的路口数（《道路通行能力手册》）。',
    },
    'traffic.approaches-over-capacity': {
      name: '超饱和进口道',
      formula: '最近一刻钟到达车辆多于绿灯所能放行的信号路口进口道数（饱和度大于 1）。',
    },
    'traffic.queue-95': {
      name: '最长排队',
      formula: '最近一刻钟，各车道排队末端的 95% 分位数（每二十个信号周期只有一个超过）中的最大值。',
    },
    'traffic.co2': {
      name: '二氧化碳',
      formula:
        '道路车辆所烧燃油产生的二氧化碳（IPCC 2006：汽油 69.3 克/兆焦，柴油 74.1 克/兆焦）；油耗由行驶阻力与发动机摩擦算得。',
    },
    'traffic.nox': {
      name: '氮氧化物',
      formula: '按速度与加速度计算的尾气氮氧化物（Int Panis 等，2006），按限值之比折算到国六。',
    },
    'traffic.voc': {
      name: '挥发性有机物',
      formula: '尾气中的挥发性有机物，算法同氮氧化物；不含蒸发。',
    },
    'traffic.particles': {
      name: '颗粒物',
      formula: '尾气中的颗粒物，算法同氮氧化物；不含轮胎与制动磨损。',
    },
    'traffic.fuel-energy': {
      name: '燃油能耗',
      formula: '道路车辆所烧燃油的热值。',
    },
    'traffic.electric-energy': {
      name: '电能消耗',
      formula: '车辆电池放出的电量，减去制动回收的电量。',
    },
    'traffic.charged-at-sites': {
      name: '充电站充电量',
      formula: '自开始以来，充电站为汽车从电网取用的电量。',
    },
    'traffic.charged-at-homes': {
      name: '自有桩充电量',
      formula: '自开始以来，汽车在居民自有充电桩上取用的电量。',
    },
    'traffic.cars-ready': {
      name: '按时充好的车',
      formula: '开始以来离开自有充电桩的车里，电量不少于一直充电所能达到的（相差不超过四分之一千瓦时）的比例。',
    },
    'traffic.charging-peak': {
      name: '最大充电用电',
      formula: '全部充电站与自有桩合计的一刻钟平均用电的最大值，自开始起算；未满的一刻钟按已用电量计。',
    },
    'traffic.charging-wait': {
      name: '等待充电桩',
      formula: '从到达充电站到用上充电桩、放弃或此刻为止的时间，对全部到站的汽车取平均。',
    },
    'traffic.left-uncharged': { name: '未充电离开', formula: '等不到充电桩而放弃离开的汽车数。' },
    'traffic.lowest-charge': {
      name: '最低电量',
      formula: '居民电动汽车在行程结束时、或此刻在路上的最低电量。',
    },
    'traffic.cars-stranded': {
      name: '途中没电',
      formula: '途中电池用完的行程数；在城内的车停在原处，直到救援到达。',
    },
    'traffic.ambulance-response': {
      name: '救护车响应时间',
      formula: '从呼救到救护车到达现场的时间，对全部呼救取平均；尚未到达的按已等待的时间计。',
    },
    'traffic.ambulance-response-90': {
      name: '救护车响应时间（90%）',
      formula: '算法同上，十次呼救中有九次不超过的时间。',
    },
    'traffic.fire-response': {
      name: '消防车响应时间',
      formula: '从报警到消防车到达现场的时间，对全部报警取平均；尚未到达的按已等待的时间计。',
    },
    'traffic.ambulance-reach': {
      name: '救护车可达时间',
      formula: '按此刻车速，从最近的医院驶到一条道路所需的时间，按道路长度取平均；封闭的道路从较近一端步行进入。',
    },
    'traffic.fire-reach': {
      name: '消防车可达时间',
      formula: '按此刻车速，从最近的消防站驶到一条道路所需的时间，按道路长度取平均；封闭的道路从较近一端步行进入。',
    },
  },

  kinds: {
    'close-road': {
      name: '道路封闭',
      does: '封闭一条道路或其中几条车道：施工、警戒、水管爆裂。驾驶人会另寻去路。',
      fields: {
        lanes: { name: '哪些车道', options: { all: '全部车道', kerb: '靠路缘的车道', middle: '靠中间的车道' } },
        laneCount: { name: '几条车道' },
        bothDirections: { name: '双向' },
      },
    },
    'limit-speed': {
      name: '调整限速',
      does: '给道路换一个限速，更低或更高。慢则更安全；时间上的代价由计算得出。',
      fields: { limitKmh: { name: '限速' }, bothDirections: { name: '双向' } },
    },
    'call-help': {
      name: '呼叫救援',
      does: '某处有人求助：从最先能到的地方派出若干救护车和消防车，信号灯若认得它们便为其放行。若在到达前结束，车辆返回。',
      fields: { ambulances: { name: '救护车' }, fireEngines: { name: '消防车' } },
    },
    crash: {
      name: '交通事故',
      does: '下一辆驶来的车在此停住，占住车道，直到现场清理完毕；其他车辆绕行。事故车上的人同样损失时间。',
      fields: {
        lanes: { name: '哪些车道', options: { all: '全部车道', kerb: '靠路缘的车道', middle: '靠中间的车道' } },
        laneCount: { name: '几条车道' },
        placePercent: { name: '位于路段的' },
        clearanceMinutes: { name: '多久后清理完毕' },
      },
    },
    'one-way': {
      name: '改为单行',
      does: '所选方向照常通行，另一方向封闭。',
      fields: {},
    },
    'reserve-lane': {
      name: '公交专用道',
      does: '留出一条车道给公交车；救护车、消防车可以使用，必须由此转弯的车辆也可以。道路拥挤时，其他车辆等得更久。',
      fields: {
        lane: { name: '哪条车道', options: { kerb: '靠路缘', middle: '靠中间' } },
        bothDirections: { name: '双向' },
      },
    },
    'filter-traffic': {
      name: '禁止穿行',
      does: '汽车可以进出这些街道沿线的地点，但不能再穿行而过。没有其他去路的人有钥匙。',
      fields: {
        by: { name: '方式', options: { cameras: '摄像头：公交和救护车可通过', bollards: '路桩：只有自行车可通过' } },
        bothDirections: { name: '双向' },
      },
    },
    'charge-driving': {
      name: '拥堵收费',
      does: '驶入所选街道要付费。有人因此不开车，只想穿行的会绕开。改时间出行和改去别处尚未建模。',
      fields: { yuan: { name: '每次驶入收费' }, bothDirections: { name: '双向' } },
    },
    'green-wave': {
      name: '绿波',
      does: '让沿街以同一速度行驶的车辆一路绿灯，从你先选的那一端开始。支路和对向得到余下的时间。',
      fields: { speedKmh: { name: '绿波车速' }, backwards: { name: '改为另一方向' } },
    },
    'control-signals': {
      name: '随车流调整信号灯',
      does: '哪边排队压力最大就给哪边绿灯，或按计数重新计算配时（韦伯斯特法）。',
      fields: {
        by: { name: '依据', options: { pressure: '排队压力', counts: '车流计数' } },
        everyMinutes: { name: '每隔多久计算一次' },
      },
    },
    'favour-vehicles': {
      name: '信号优先',
      does: '信号灯发现它们驶来，就延长绿灯或提前给绿灯。其他车辆在那里稍等片刻。',
      fields: { who: { name: '优先给谁', options: { emergency: '救护车和消防车', bus: '公交车', both: '两者' } } },
    },
    'open-planned-road': {
      name: '开通规划道路',
      does: '开通一条城市规划中的道路。未必有用：有时新路反而让所有人更慢，指标会如实显示。',
      fields: { bothDirections: { name: '双向' } },
    },
    'guide-parking': {
      name: '停车引导',
      does: '发现车位已满的驾驶人会得知附近哪条街还有空位。价格尚未建模；车位充足时不会有变化。',
      fields: { sharePercent: { name: '上报空位的街道' } },
    },
    'guide-drivers': {
      name: '交通诱导',
      does: '收到信息的驾驶人在另一条路明显更快时改走那条路，前提是通信能到达他们。若人人都收到同样的信息，可能又都挤到一处。',
      fields: { sharePercent: { name: '收到信息的驾驶人' } },
    },
    'grow-city': {
      name: '人口增长',
      does: '人多了或少了，出行随之增减；其他人的计划不变。住房和岗位随人口同步增减。',
      fields: { factor: { name: '人口是现在的倍数' } },
    },
    'event-demand': {
      name: '大型活动',
      does: '把经某一出入口进出的出行乘以若干倍。只含路上的车流；步行人群尚未建模。',
      fields: { factor: { name: '平日的倍数' } },
    },
  },
};
