// Hunnan's buses go round rectangles of arterials, both ways; cars park as in the flagship; chargers stand at public houses.
import { title } from './ground.mjs';
import { ACROSS, ALONG, nodeName } from './streets.mjs';

/** West, south, east, north of each round, by arterials, and minutes between buses. */
const ROUNDS = [
  [0, 6, 8, 10, 3],
  [4, 4, 12, 8, 3],
  [8, 6, 16, 10, 3],
  [2, 2, 8, 6, 5],
  [8, 2, 16, 6, 5],
  [0, 0, 6, 4, 6],
  [10, 0, 18, 4, 6],
  [6, 0, 10, 10, 4],
  [2, 4, 18, 8, 5],
];

export function transitPlan(localIds, base) {
  const places = new Map();
  const lines = ROUNDS.flatMap(([west, south, east, north, minutes], k) => {
    const corners = [
      [west, south],
      [east, south],
      [east, north],
      [west, north],
    ];
    return [false, true].map((backwards) => {
      const round = backwards ? [corners[0], corners[3], corners[2], corners[1]] : corners;
      const legs = round.map((from, n) => {
        const to = round[(n + 1) % 4];
        const isAlong = from[0] === to[0];
        const step = Math.sign(isAlong ? to[1] - from[1] : to[0] - from[0]);
        const count = Math.abs(isAlong ? to[1] - from[1] : to[0] - from[0]);
        const stops = Array.from({ length: count }, (_, s) =>
          isAlong ? [from[0], from[1] + s * step] : [from[0] + s * step, from[1]],
        );
        for (const [i, j] of stops) {
          const { name: a } = ACROSS[j];
          const { name: b } = ALONG[i];
          places.set(nodeName(i, j), { node: nodeName(i, j), name: title(`${a.zh}${b.zh}`, `${a.en} / ${b.en}`) });
        }
        return {
          street: isAlong ? ALONG[from[0]].id : ACROSS[from[1]].id,
          to: nodeName(...to),
          stops: stops.map((one) => nodeName(...one)),
        };
      });
      const [a, b] = [
        `${ALONG[west].name.zh}—${ALONG[east].name.zh}`,
        `${ALONG[west].name.en} – ${ALONG[east].name.en}`,
      ];
      return {
        id: `bus-${k + 1}${backwards ? 'b' : 'a'}`,
        name: title(
          `${201 + k}路${backwards ? '内环' : '外环'}(${a})`,
          `Line ${201 + k} ${backwards ? 'inner' : 'outer'}: ${b}`,
        ),
        headwaySeconds: 60 * minutes,
        firstSeconds: 19_800 + 60 * k,
        lastSeconds: 79_200,
        from: nodeName(west, south),
        legs,
      };
    });
  });
  const at = (id, zh, en, house, slow, fast, limitKw) => ({
    id,
    name: title(zh, en),
    house,
    chargers: [
      { count: slow, powerKw: 7 },
      { count: fast, powerKw: 60 },
    ],
    limitKw,
  });
  return {
    places: [...places.values()].sort((a, b) => (a.node < b.node ? -1 : 1)),
    lines,
    parking: {
      spaces: base.parking.spaces,
      kerbside: { ...base.parking.kerbside, streets: [...localIds].sort() },
    },
    chargingSites: [
      {
        ...at('depot-west', '沈营街场站充电站', 'Shenying Depot Charging', 'Shenying Bus Depot', 0, 0, 1_200),
        chargers: [
          { count: 12, powerKw: 120 },
          { count: 20, powerKw: 60 },
        ],
      },
      {
        ...at('depot-east', '桃仙场站充电站', 'Taoxian Depot Charging', 'Taoxian Bus Depot', 0, 0, 1_200),
        chargers: [
          { count: 12, powerKw: 120 },
          { count: 20, powerKw: 60 },
        ],
      },
      at('civic', '市民中心充电区', 'Civic Centre Charging', 'Hunnan Civic Centre', 24, 6, 240),
      at('exhibition', '会展馆充电区', 'Exhibition Hall Charging', 'Hunnan Exhibition Hall', 24, 6, 240),
      at('library', '图书馆充电区', 'Library Charging', 'Hunnan Library', 16, 4, 160),
      at('university', '大学城充电区', 'University Charging', 'University Library', 16, 4, 160),
      at('hospital-north', '中心医院充电区', 'Central Hospital Charging', 'Hunnan Central Hospital', 24, 6, 240),
      at('hospital-south', '桃仙医院充电区', 'Taoxian Hospital Charging', 'Taoxian Hospital', 16, 4, 160),
      at('river-hotel', '浑河酒店充电区', 'Hun River Hotel Charging', 'Hun River Hotel', 16, 4, 160),
    ],
  };
}
