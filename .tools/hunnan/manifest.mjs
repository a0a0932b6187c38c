// What Hunnan's scene says of itself: the place, its sources, its facts and which of them are claims.
import { at, COLUMNS, ROWS, title } from './ground.mjs';
import { outlineOf } from './quarters.mjs';

export const EXTENT = { min: [-5_400, -3_500], max: [5_400, 3_900] };

const fact = (zh, en, value, unit, source, confidence) => ({
  name: title(zh, en),
  value,
  ...(unit ? { unit } : {}),
  source,
  confidence,
});

export const manifest = {
  format: 'cityloom-scene',
  version: 1,
  id: 'hunnan',
  name: title('浑南新城', 'Hunnan New Town'),
  summary: title(
    '沈阳浑南新城的示意模型:32公里管廊与节地数字为宣称,未经证实;道路名称尽量用真名,走向、街坊、建筑、人口与管网均为本项目绘制。',
    'An illustrative model of Hunnan New Town in Shenyang: its 32 km of galleries and the land they save are claims that nobody confirmed; streets bear names of Hunnan, their courses, blocks, buildings, people and networks are our drawing.',
  ),
  origin: { latitudeDeg: 41.7, longitudeDeg: 123.5, heightM: 0, datum: 'WGS84' },
  timeZone: 'Asia/Shanghai',
  extent: EXTENT,
  boundary: outlineOf({ west: 0, south: 0, east: COLUMNS, north: ROWS }),
  illustrative: true,
  sources: [
    {
      id: 'hunnan-claim',
      title: 'Utility tunnels of Hunnan New Town, as claimed',
      publisher: 'Project brief; no independent confirmation was found',
      licence: 'facts of a claim',
      confidence: 'estimated',
      note: '32 km carrying power and telecom with integrated monitoring; no high-voltage corridor, no pole, no overhead line; about 2,400 mu of land, 700,000 yuan net a mu, about 1 bn yuan net of the tunnel. Implies 21 M yuan a km, against 103 M yuan a km on the mean of 2022.',
    },
    {
      id: 'tunnel-costs',
      title: 'Utility tunnel projects of 2022: 68 projects, 285 km, 29.4 bn yuan',
      publisher: "People's Daily, 5 August 2022, as copied by zkxhgk.com",
      licence: 'facts of a press report',
      confidence: 'published',
    },
    {
      id: 'south-canal',
      title:
        'Shenyang south canal utility tunnel: 12.6 km, twin bores of two decks; heat, gas, water and telecom, power, escape way',
      publisher: 'ln.cri.cn 2018-09-25; chinaservicesinfo.com 2017-12-06',
      licence: 'facts of press reports',
      confidence: 'published',
      note: 'The reference for the trunk under Hunnan Middle Road, which here has one box of two decks instead of two bores.',
    },
    {
      id: 'climate',
      title: 'Climate normals 1991–2020 of Xinchengzi, Shenyang',
      publisher: 'China Meteorological Administration, as tabulated by Wikipedia, Shenbei New Area',
      licence: 'facts of a published table',
      confidence: 'published',
      note: 'Mean, daily maximum and minimum, rain, humidity and sunshine by month. The station lies north of the river; wind by month and the named days are ours.',
    },
    {
      id: 'travel-surveys',
      title: 'Household travel surveys of Chinese cities, as in the scene eco-park',
      licence: 'facts of published tables',
      confidence: 'estimated',
      note: 'The same people, chains, hours and choice of mode as in the flagship; no survey of Shenyang was read.',
    },
    {
      id: 'freight-manual',
      title: 'Quick Response Freight Manual, table 4.1: lorry trips a day by job',
      publisher: 'Cambridge Systematics for the Federal Highway Administration, 1996',
      licence: 'facts of a published table',
      confidence: 'estimated',
    },
    {
      id: 'drawing',
      title: 'Plan of this scene, made by .tools/hunnan-plan.mjs',
      publisher: 'Cityloom',
      licence: 'as the rest of the project',
      confidence: 'illustrative',
      note: 'Terrain, river, courses of streets, blocks, buildings, people, travel, services, energy, water, drains, fibres, galleries and sensors are drawn or derived by us, not surveyed.',
    },
  ],
  facts: [
    fact('综合管廊长度(宣称)', 'Utility tunnels (claimed)', 32, 'km', 'hunnan-claim', 'estimated'),
    fact('入廊管线', 'Carried', '电力、通信 power, telecom', undefined, 'hunnan-claim', 'estimated'),
    fact('三无', 'Three no’s', '无高压走廊、无杆、无架空线', undefined, 'hunnan-claim', 'estimated'),
    fact('节约土地(宣称)', 'Land not taken (claimed)', 2_400, 'mu', 'hunnan-claim', 'estimated'),
    fact('土地净收益(宣称)', 'Net income of land (claimed)', 700_000, 'yuan/mu', 'hunnan-claim', 'estimated'),
    fact(
      '扣除管廊后土地净收入(宣称)',
      'Net land income after the tunnel (claimed)',
      1_000_000_000,
      'yuan',
      'hunnan-claim',
      'estimated',
    ),
    fact('全国2022年项目平均造价', 'National mean cost of 2022', 103_000_000, 'yuan/km', 'tunnel-costs', 'published'),
    fact('南运河管廊', 'South canal tunnel', 12.6, 'km', 'south-canal', 'published'),
    fact('示意人口', 'People (illustrative)', 260_000, undefined, 'drawing', 'illustrative'),
  ],
};

/** Heights are filled in by the ground under each eye. */
export function viewsOf(groundAt) {
  const view = (id, zh, en, from, height, to, low, clockSeconds) => {
    const lift = (place, up) => [...place, Math.round(10 * (groundAt(place) + up)) / 10];
    return { id, name: title(zh, en), eye: lift(at(...from), height), target: lift(at(...to), low), clockSeconds };
  };
  return {
    views: [
      view(
        'opening',
        '开场:沈中大街中轴线',
        'Opening: the axis of Shenzhong Avenue',
        [8.5, 1.6],
        420,
        [8.5, 6.2],
        0,
        28_800,
      ),
      view('overview', '西南鸟瞰', 'Overview from the south-west', [0.5, -1.5], 2_300, [9, 6], 0, 32_400),
      view('river', '浑河与桥', 'The Hun river and its bridges', [12.5, ROWS + 1.7], 260, [7, 9], 20, 30_600),
      view('stadium', '奥体中心', 'Olympic Centre', [3.2, 7.4], 280, [5, 9], 10, 59_400),
      view('civic', '市民中心', 'Civic Centre', [8.9, 3.6], 130, [7.6, 4.7], 10, 28_800),
      view('trunk', '沿浑南中路', 'Along Hunnan Middle Road', [5.6, 5.9], 70, [9, 6.05], 0, 28_800),
      view('homes', '东滨河住区', 'East Riverside homes', [14.2, 6.3], 200, [13.2, 8.6], 10, 27_000),
      view('industry', '南部产业区', 'South Industry', [1.2, -0.7], 230, [4, 1.8], 0, 29_700),
      view('university', '大学城', 'University Town', [17.2, 3.1], 230, [14.5, 4.9], 0, 43_200),
      view('night', '中轴夜景', 'The axis by night', [8.5, 3.2], 200, [8.5, 7], 30, 72_000),
    ],
  };
}
