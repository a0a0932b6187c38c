import { crossroads } from './good-crossroads';

// biome-ignore lint/suspicious/noExplicitAny: tests break these files in every way that a type would forbid
export type LooseFiles = Record<string, any>;

const name = (en: string) => ({ zh: en, en });
const square = (x: number, y: number, side: number) => [
  [x, y],
  [x + side, y],
  [x + side, y + side],
  [x, y + side],
];
const flatHours = Array.from({ length: 24 }, () => 1 / 24);

/** A scene of one crossroads that has every file and, in each, one of everything: small enough to be read by eye. */
export function goodScene(): LooseFiles {
  const files: LooseFiles = {
    'terrain.json': { origin: [-200, -200], spacingM: 200, columns: 3, rows: 3, heightsM: [0, 1, 2, 3, 4, 5, 6, 7, 8] },
    'land.json': land(),
    'buildings.json': buildings(),
    'roads.json': crossroads(),
    'demand.json': demand(),
    'electricity.json': electricity(),
    'heat.json': thermal('heat', 80, 50),
    'cooling.json': thermal('cooling', 6, 12),
    'gas.json': gas(),
    'stations.json': stations(),
    'water.json': water(),
    'drainage.json': drainage(),
    'telecom.json': telecom(),
    'galleries.json': galleries(),
    'services.json': services(),
    'sensors.json': {
      sensors: [
        { id: 'loop-1', kind: 'loop', at: [5, 50], element: 'n-in:0', intervalSeconds: 60, telecom: 'cell-1' },
        { id: 'level-1', kind: 'water-level', at: [50, 50], intervalSeconds: 300 },
      ],
    },
    'overlays.json': {
      overlays: [
        {
          id: 'green-plan',
          name: name('Green plan'),
          authority: name('Parks office'),
          confidence: 'illustrative',
          areas: [{ id: 'green-1', use: 'park', outline: square(60, 60, 30) }],
        },
      ],
    },
    'weather.json': weather(),
    'views.json': {
      views: [
        { id: 'hero', name: name('Over the crossroads'), eye: [80, -80, 60], target: [0, 0, 0], clockSeconds: 28800 },
      ],
    },
  };
  // A copy all the way down, so that breaking one entry does not break another that shares a piece with it.
  return JSON.parse(JSON.stringify({ 'scene.json': manifest(Object.keys(files)), ...files }));
}

export function asText(files: LooseFiles): Map<string, string> {
  return new Map(Object.entries(files).map(([file, value]) => [file, JSON.stringify(value)]));
}

function manifest(files: string[]) {
  return {
    format: 'cityloom-scene',
    version: 1,
    id: 'test-crossroads',
    name: { zh: '十字路口', en: 'Crossroads', de: 'Kreuzung' },
    origin: { latitudeDeg: 36.06, longitudeDeg: 120.12, heightM: 0, datum: 'WGS84' },
    timeZone: 'Asia/Shanghai',
    extent: { min: [-120, -120], max: [120, 120] },
    boundary: square(-120, -120, 240),
    illustrative: true,
    sources: [{ id: 'us', title: 'Drawn for the tests', licence: 'none', confidence: 'illustrative' }],
    facts: [{ name: name('Arms'), value: 4, unit: '1', source: 'us', confidence: 'illustrative' }],
    files,
  };
}

function land() {
  return {
    districts: [{ id: 'centre', name: name('Centre'), outline: square(10, 10, 100) }],
    parcels: [
      {
        id: 'p-1',
        use: 'office',
        outline: square(20, 20, 30),
        floorAreaRatio: 2,
        district: 'centre',
        plannedJobs: 100,
      },
    ],
    waterBodies: [{ id: 'pond', outline: square(-60, 30, 20), levelM: 1 }],
    streams: [
      {
        id: 'brook',
        path: [
          [-60, 30],
          [-90, 10],
        ],
        widthM: 2,
      },
    ],
    groves: [{ outline: square(-60, -60, 30), treesPerHectare: 200 }],
    treeRows: [
      {
        path: [
          [8, 20],
          [8, 90],
        ],
        spacingM: 8,
      },
    ],
    landmarks: [{ id: 'stone', name: name('Old stone'), at: [30, -30] }],
  };
}

function buildings() {
  return {
    buildings: [
      {
        id: 'hall',
        name: name('Hall'),
        parcel: 'p-1',
        use: 'office',
        form: 'slab',
        outline: square(22, 22, 20),
        heightM: 20,
        floors: 5,
        floorAreaM2: 2000,
        jobs: 90,
        roofForSun: 0.4,
        envelope: 'code',
        serves: {
          electricity: 'bus-lv',
          heat: 'heat-n2',
          cooling: 'cooling-n2',
          gas: 'gas-n2',
          water: 'water-n2',
          drainage: 'drain-n1',
          telecom: 'cabinet-1',
        },
        confidence: 'illustrative',
      },
    ],
  };
}

function demand() {
  return {
    tripsPerResident: 0.8,
    tripsPerJob: 0.4,
    purposes: [
      { id: 'to-work', share: 0.6, hourly: flatHours },
      { id: 'errand', share: 0.4, hourly: flatHours },
    ],
    gates: [
      { id: 'gate-n', inEdge: 'n-in', outEdge: 'n-out', tripsPerDay: 5000 },
      { id: 'gate-s', inEdge: 's-in', outEdge: 's-out', tripsPerDay: 5000 },
    ],
    truckShare: 0.08,
  };
}

function electricity() {
  return {
    baseMva: 10,
    buses: [
      { id: 'bus-mv', at: [50, 20], kilovolts: 10 },
      { id: 'bus-ring', at: [60, 20], kilovolts: 10 },
      { id: 'bus-lv', at: [50, 21], kilovolts: 0.4, building: 'hall' },
    ],
    branches: [
      {
        id: 'cable-1',
        from: 'bus-mv',
        to: 'bus-ring',
        kind: 'cable',
        lengthM: 10,
        resistanceOhm: 0.01,
        reactanceOhm: 0.01,
        ratingA: 300,
        feeder: 'f-1',
        compartment: 'power-1',
      },
    ],
    transformers: [
      {
        id: 'tr-1',
        from: 'bus-mv',
        to: 'bus-lv',
        ratingKva: 630,
        shortCircuitPercent: 6,
        copperLossKw: 6,
        ironLossKw: 1,
        feeder: 'f-1',
      },
    ],
    supplies: [{ id: 'grid', bus: 'bus-mv', shortCircuitMva: 200 }],
    switches: [{ id: 'sw-1', branch: 'cable-1', kind: 'breaker', closed: true, automatic: true }],
    feeders: [{ id: 'f-1', name: name('Feeder 1'), bus: 'bus-mv' }],
    generators: [{ id: 'pv-1', bus: 'bus-lv', kind: 'photovoltaic', ratedKw: 100, station: 'station-1' }],
    batteries: [{ id: 'bat-1', bus: 'bus-lv', powerKw: 50, energyKwh: 100, roundTripEfficiency: 0.9 }],
  };
}

function thermal(word: string, supplyC: number, returnC: number) {
  return {
    loops: [
      {
        id: `${word}-loop`,
        name: name(word),
        supplyC,
        returnC,
        nodes: [
          { id: `${word}-n1`, at: [50, 30] },
          { id: `${word}-n2`, at: [30, 30], building: 'hall' },
        ],
        pipes: [
          {
            id: `${word}-p1`,
            from: `${word}-n1`,
            to: `${word}-n2`,
            lengthM: 20,
            diameterM: 0.2,
            roughnessMm: 0.05,
            lossWPerMK: 0.3,
          },
        ],
        pumps: [{ id: `${word}-pump`, node: `${word}-n1`, headM: 20, ratedKw: 5, electricity: 'bus-lv' }],
        valves: [{ id: `${word}-v1`, pipe: `${word}-p1`, open: true, remote: false }],
        sources: [{ station: 'station-1', node: `${word}-n1` }],
      },
    ],
  };
}

function gas() {
  return {
    nodes: [
      { id: 'gas-n1', at: [60, 30], pressureLevel: 'medium' },
      { id: 'gas-n2', at: [40, 30], pressureLevel: 'low' },
      { id: 'gas-n3', at: [45, 30], pressureLevel: 'low' },
    ],
    pipes: [{ id: 'gas-p1', from: 'gas-n3', to: 'gas-n2', lengthM: 5, diameterM: 0.1, roughnessMm: 0.01 }],
    regulators: [{ id: 'gas-r1', from: 'gas-n1', to: 'gas-n3', outletKpa: 3, maxKgPerS: 1 }],
    valves: [{ id: 'gas-v1', pipe: 'gas-p1', open: true, remote: true }],
    supplies: [{ id: 'gas-in', node: 'gas-n1', pressureKpa: 300 }],
    calorificMjPerM3: 35.6,
  };
}

function stations() {
  return {
    stations: [
      {
        id: 'station-1',
        name: name('Energy station 1'),
        at: [52, 28],
        electricity: 'bus-mv',
        gas: 'gas-n1',
        units: [{ id: 'chp-1', kind: 'chp-engine', electricKw: 1000, heatKw: 1100, electricEfficiency: 0.4 }],
      },
    ],
  };
}

function water() {
  return {
    nodes: [
      { id: 'water-n1', at: [70, 40] },
      { id: 'water-n2', at: [40, 40] },
    ],
    pipes: [{ id: 'water-p1', from: 'water-n1', to: 'water-n2', lengthM: 30, diameterM: 0.2, roughnessMm: 0.1 }],
    pumps: [{ id: 'water-pump', from: 'water-n1', to: 'water-n2', headM: 30, flowM3PerH: 50 }],
    valves: [{ id: 'water-v1', pipe: 'water-p1', open: true, remote: false }],
    reservoirs: [{ id: 'lake', node: 'water-n1', levelM: 40 }],
    tanks: [{ id: 'tank', node: 'water-n2', floorM: 20, depthM: 5, areaM2: 100, fill: 0.7 }],
  };
}

function drainage() {
  return {
    nodes: [
      { id: 'drain-n1', at: [10, 20], invertM: -2, catchmentM2: 500, edge: 'n-in' },
      { id: 'drain-n2', at: [-40, 20], invertM: -3 },
    ],
    drains: [{ id: 'drain-1', from: 'drain-n1', to: 'drain-n2', lengthM: 50, diameterM: 0.6, roughnessMm: 1 }],
    outfalls: [{ id: 'out-1', node: 'drain-n2', levelM: 0 }],
    pumps: [{ id: 'storm-pump', from: 'drain-n1', to: 'drain-n2', flowM3PerH: 200 }],
  };
}

function telecom() {
  return {
    nodes: [
      { id: 'cabinet-1', at: [20, 20], kind: 'cabinet' },
      { id: 'cell-1', at: [20, 60], kind: 'cell', electricity: 'bus-lv' },
    ],
    fibres: [{ id: 'fibre-1', from: 'cabinet-1', to: 'cell-1', lengthM: 40, fibres: 48 }],
  };
}

function galleries() {
  return {
    galleries: [
      {
        id: 'gallery-1',
        name: name('Gallery 1'),
        path: [
          [-100, -20],
          [100, -20],
        ],
        floorDepthM: [6, 6],
        street: 'east-west',
        compartments: [
          {
            id: 'power-1',
            kind: 'power',
            widthM: 2.5,
            heightM: 3,
            offsetM: 0,
            sections: [
              { id: 'sec-1', fromM: 0, toM: 100, sumpM3: 2 },
              { id: 'sec-2', fromM: 100, toM: 200 },
            ],
            shafts: [
              { id: 'shaft-1', atM: 10, kind: 'inlet', areaM2: 2 },
              { id: 'shaft-2', atM: 90, kind: 'exhaust', areaM2: 2 },
              { id: 'shaft-3', atM: 190, kind: 'exhaust', areaM2: 2 },
            ],
            equipment: [
              { id: 'fan-1', kind: 'fan', atM: 50, ratedKw: 5, flowM3PerH: 10000, electricity: 'bus-lv' },
              { id: 'sump-pump-1', kind: 'sump-pump', atM: 50, ratedKw: 4, flowM3PerH: 50, headM: 9 },
            ],
          },
        ],
      },
    ],
    controlCentres: [{ id: 'control', name: name('Control centre'), at: [-50, -30] }],
  };
}

function services() {
  const place = { name: name('Here'), edge: 'e-out' };
  return {
    hospitals: [{ ...place, id: 'hospital-1', at: [60, -30], beds: 200, ambulances: 4 }],
    fireStations: [{ ...place, id: 'fire-1', at: [70, -30], engines: 3 }],
    depots: [{ ...place, id: 'depot-1', at: [80, -30], kind: 'bus', vehicles: 20 }],
  };
}

function weather() {
  const month = { meanC: 12, dailyMaxC: 17, dailyMinC: 8, rainMm: 60, sunHours: 200, windMps: 3, humidity: 0.7 };
  const hour = { temperatureC: 12, cloud: 0.2, rainMmPerH: 0, windMps: 3, windFromDeg: 180 };
  return {
    source: 'us',
    months: Array.from({ length: 12 }, () => ({ ...month })),
    days: [{ id: 'fair', name: name('Fair'), month: 5, hours: Array.from({ length: 24 }, () => ({ ...hour })) }],
  };
}
