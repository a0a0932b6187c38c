// What feeds Hunnan: substations, heat and power stations, gas, water, drains, fibres, 32 km of galleries, what runs in them.
import { at, COLUMNS, ROWS, title } from './ground.mjs';
import { ALONG, nodeName } from './streets.mjs';
import { STATIONS, SUBSTATIONS } from './zones.mjs';

/** Heat on Shenyang's design day against Qingdao's, for which the flagship's indices were fitted: 36.9 K to 25 K. */
const COLDER = (20 + 16.9) / (20 + 5);

const STATION_UNITS = [
  {
    id: 'chp',
    kind: 'chp-engine',
    count: 2,
    electricKw: 9_500,
    heatKw: 9_200,
    electricEfficiency: 0.46,
    thermalEfficiency: 0.42,
    minimumLoad: 0.5,
    rampPerMinute: 0.15,
  },
  {
    id: 'heat-pump',
    kind: 'water-source-heat-pump',
    count: 2,
    electricKw: 1_500,
    heatKw: 6_000,
    efficiency: 4,
    minimumLoad: 0.2,
  },
  {
    id: 'boiler',
    kind: 'gas-boiler',
    count: 1,
    heatKw: 29_000,
    efficiency: 0.93,
    minimumLoad: 0.2,
    rampPerMinute: 0.2,
  },
  {
    id: 'chiller',
    kind: 'electric-chiller',
    count: 2,
    electricKw: 1_950,
    coolingKw: 10_500,
    efficiency: 5.4,
    minimumLoad: 0.15,
  },
  { id: 'heat-store', kind: 'heat-store', heatKw: 12_000, storageKwh: 60_000, efficiency: 0.98 },
  { id: 'cold-store', kind: 'cold-store', coolingKw: 6_000, storageKwh: 30_000, efficiency: 0.98 },
];

const POWER = { kind: 'power', widthM: 2.6, heightM: 2.9, carries: ['power'] };
const TELECOM = { kind: 'integrated', widthM: 2.2, heightM: 2.9, carries: ['telecom'] };
const gallery = (street, zh, en, from, to) => ({
  id: `${street}-gallery`,
  name: title(`${zh}综合管廊`, `${en} utility tunnel`),
  street,
  from,
  to,
  offsetM: 9,
  coverM: 2.5,
  compartments: [POWER, TELECOM],
});
/** Hunnan Middle Road has the two decks of Shenyang's south canal: gas and power above, heat, water and telecom below. */
const trunk = (deck, zh, en, coverM, compartments) => ({
  id: `hunnanzhong-${deck}`,
  name: title(`浑南中路干线管廊(${zh})`, `Hunnan Middle Road trunk tunnel, ${en}`),
  street: 'hunnanzhong',
  from: nodeName(0, 6),
  to: nodeName(COLUMNS, 6),
  offsetM: 9,
  coverM,
  compartments,
});
const GALLERIES = [
  trunk('upper', '上层', 'upper deck', 2.5, [{ kind: 'gas', widthM: 1.9, heightM: 2.9, carries: ['gas'] }, POWER]),
  trunk('lower', '下层', 'lower deck', 6.1, [
    { kind: 'integrated', widthM: 4.8, heightM: 3.2, carries: ['telecom', 'water', 'heat', 'cooling'] },
  ]),
  gallery('quanyun', '全运路', 'Quanyun Road', nodeName(0, 4), nodeName(COLUMNS, 4)),
  gallery('shenzhong', '沈中大街', 'Shenzhong Avenue', nodeName(8, 0), nodeName(8, 10)),
  gallery('zhihui', '智慧大街', 'Zhihui Avenue', nodeName(10, 0), nodeName(10, 10)),
  gallery('hunnandadao', '浑南大道', 'Hunnan Avenue', nodeName(4, 8), nodeName(14, 8)),
];

/** Hours at full load in a year of heating: mean of November to March against the design day, 151 days at 18 °C inside. */
const HEAT_FULL_LOAD_H = 2_430;

export function networksPlan(demand, sensors, groundAt) {
  const substation = ({ id, short }) => ({
    id,
    site: `substation-${id}`,
    short,
    transformers: 3,
    ratingKva: 63_000,
    shortCircuitPercent: 16,
    copperLossKw: 207,
    ironLossKw: 36,
  });
  const outfalls = Array.from({ length: COLUMNS / 2 + 1 }, (_, k) => {
    const i = 2 * k === COLUMNS ? COLUMNS : 2 * k;
    const place = at(i + 0.12, ROWS + 0.33);
    return {
      id: `hun-river-outfall-${k + 1}`,
      name: title(`浑河${k + 1}号排口`, `Hun River outfall ${k + 1}`),
      node: nodeName(i, ROWS),
      at: place,
      levelM: Math.round(10 * (groundAt(place) - 6)) / 10,
    };
  });
  return {
    demand: demand.map((row) => ({ ...row, heatW: half(row.heatW * COLDER), heatSkinW: half(row.heatSkinW * COLDER) })),
    electricity: {
      baseMva: 100,
      powerFactor: 0.95,
      feederShare: 0.5,
      transformerShare: 0.7,
      largestTransformerKva: 1_000,
      highVoltageInGalleries: true,
      gridPoints: [
        {
          id: 'grid-w',
          name: title('西220千伏接入点(示意)', 'West 220 kV connection (illustrative)'),
          node: nodeName(0, 4),
          shortCircuitMva: 6_000,
          limitMw: 400,
        },
        {
          id: 'grid-e',
          name: title('东220千伏接入点(示意)', 'East 220 kV connection (illustrative)'),
          node: nodeName(COLUMNS, 6),
          shortCircuitMva: 6_000,
          limitMw: 400,
        },
      ],
      substations: SUBSTATIONS.map(substation),
      roofPeakKw: 60_000,
      charging: {
        chargers: [
          { count: 10, powerKw: 7 },
          { count: 2, powerKw: 60 },
        ],
        limitKw: 80,
      },
    },
    energy: {
      stations: STATIONS.map(({ id, substation: own }) => ({
        id: id.replace('energy-', ''),
        site: id,
        substation: own,
        units: STATION_UNITS,
      })),
      peakBoiler: { heatKw: 29_000, efficiency: 0.93 },
      peakChiller: { coolingKw: 10_500, efficiency: 5.4 },
      lowLoop: { supplyC: 50, returnC: 40 },
      highLoop: { supplyC: 95, returnC: 60 },
      coldLoop: { supplyC: 6, returnC: 13 },
    },
    gas: {
      calorificMjPerM3: 34.9,
      gates: [
        ['gate-west', '西门站(示意)', 'West city gate (illustrative)', 0, 6],
        ['gate-east', '东门站(示意)', 'East city gate (illustrative)', COLUMNS, 4],
        ['gate-south', '南门站(示意)', 'South city gate (illustrative)', 8, 0],
      ].map(([id, zh, en, i, j]) => ({
        id,
        name: title(zh, en),
        node: nodeName(i, j),
        pressureKpa: 1_600,
        outletKpa: 400,
      })),
      lowKpa: 2.8,
    },
    water: {
      peakFactor: 1.8,
      fireLitresPerSecond: 60,
      works: [
        ['works-west', '西水厂(示意)', 'West waterworks (illustrative)', 0, 8],
        ['works-east', '东水厂(示意)', 'East waterworks (illustrative)', COLUMNS, 8],
        ['works-south', '南增压站(示意)', 'South pumping station (illustrative)', 12, 0],
      ].map(([id, zh, en, i, j]) => ({
        id,
        name: title(zh, en),
        node: nodeName(i, j),
        levelM: Math.round(groundAt(at(i, j)) - 2),
        pumpHeadM: 52,
      })),
      tanks: [],
    },
    drainage: { stormMmPerHour: 36, runoff: 0.6, coverM: 0.9, leastSlope: 0.001, outfalls },
    telecom: {
      exchange: {
        id: 'exchange',
        name: title('浑南通信枢纽(示意)', 'Hunnan exchange (illustrative)'),
        house: 'Hunnan Civic Centre',
      },
      cabinetReachM: 520,
      cellSpacingM: 700,
    },
    galleries: GALLERIES,
    controlCentre: {
      id: 'gallery-control',
      name: title('管廊监控中心', 'Utility tunnel control centre'),
      house: 'Hunnan Civic Centre',
    },
    sensors: {
      loopBeforeStopLineM: sensors.loopBeforeStopLineM,
      meters: { ...sensors.meters, fullLoadHours: { ...sensors.meters.fullLoadHours, heat: HEAT_FULL_LOAD_H } },
      stations: [
        { id: 'weather-civic', kind: 'weather', at: at(8.5, 4.5), intervalSeconds: 600 },
        ...[
          [2, 8],
          [9, 6],
          [15, 8],
          [3, 2],
          [14, 2],
        ].map(([i, j], k) => ({
          id: `air-${k + 1}`,
          kind: 'air-quality',
          at: at(i + 0.5, j + 0.5),
          intervalSeconds: 3_600,
        })),
        { id: 'level-river', kind: 'water-level', at: at(8.2, ROWS + 0.4), intervalSeconds: 300 },
      ],
    },
  };
}

const half = (value) => Math.round(2 * value) / 2;
export const galleryStreets = [...new Set(GALLERIES.map(({ street }) => street))];
export const streetName = (i) => ALONG[i].name;
