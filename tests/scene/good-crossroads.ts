/** A four-arm crossroads under a signal, one lane a direction, drawn by hand: arms of 100 m, stop lines at 12 m. */

type Point = [number, number];
interface Arm {
  readonly name: string;
  readonly out: Point;
}

const ARMS: readonly Arm[] = [
  { name: 'n', out: [0, 1] },
  { name: 'e', out: [1, 0] },
  { name: 's', out: [0, -1] },
  { name: 'w', out: [-1, 0] },
];
const ARM_M = 100;
const STOP_M = 12;
const HALF_LANE_M = 1.75;

const round = (value: number) => Math.round(value * 100) / 100 + 0;
const at = ({ out }: Arm, alongM: number, rightM: number): Point => [
  round(out[0] * alongM + out[1] * rightM),
  round(out[1] * alongM - out[0] * rightM),
];

/** Right of someone driving outwards is right of the arm; inwards it is left. */
function edges() {
  return ARMS.flatMap((arm) => [
    {
      id: `${arm.name}-in`,
      street: arm.name === 'n' || arm.name === 's' ? 'north-south' : 'east-west',
      from: `end-${arm.name}`,
      to: 'middle',
      class: 'collector',
      speedLimitMps: 13.89,
      shape: [at(arm, ARM_M, 0), [0, 0]],
      lanes: [
        { id: `${arm.name}-in:0`, widthM: 3.5, shape: [at(arm, ARM_M, -HALF_LANE_M), at(arm, STOP_M, -HALF_LANE_M)] },
      ],
      opposite: `${arm.name}-out`,
    },
    {
      id: `${arm.name}-out`,
      street: arm.name === 'n' || arm.name === 's' ? 'north-south' : 'east-west',
      from: 'middle',
      to: `end-${arm.name}`,
      class: 'collector',
      speedLimitMps: 13.89,
      shape: [[0, 0], at(arm, ARM_M, 0)],
      lanes: [
        { id: `${arm.name}-out:0`, widthM: 3.5, shape: [at(arm, STOP_M, HALF_LANE_M), at(arm, ARM_M, HALF_LANE_M)] },
      ],
      opposite: `${arm.name}-in`,
    },
  ]);
}

/** From north: left is east, straight south, right west. */
function turns() {
  return ARMS.flatMap((from, i) =>
    (['left', 'straight', 'right'] as const).map((direction, k) => {
      const to = ARMS[(i + k + 1) % 4];
      return {
        id: `${from.name}-${to.name}`,
        fromLane: `${from.name}-in:0`,
        toLane: `${to.name}-out:0`,
        direction,
        shape: curve(at(from, STOP_M, -HALF_LANE_M), at(to, STOP_M, HALF_LANE_M), from, direction),
        signalIndex: 3 * i + k,
      };
    }),
  );
}

function curve(a: Point, b: Point, from: Arm, direction: string): Point[] {
  if (direction === 'straight') return [a, b];
  const corner: Point = from.out[0] === 0 ? [a[0], b[1]] : [b[0], a[1]];
  return Array.from({ length: 9 }, (_, i) => {
    const t = i / 8;
    const mix = (k: 0 | 1) => round((1 - t) * (1 - t) * a[k] + 2 * t * (1 - t) * corner[k] + t * t * b[k]);
    return [mix(0), mix(1)];
  });
}

export function crossroads() {
  return {
    driveOn: 'right',
    streets: [
      { id: 'north-south', name: { zh: '南北路', en: 'North-South Road' }, class: 'collector' },
      { id: 'east-west', name: { zh: '东西路', en: 'East-West Road' }, class: 'collector' },
    ],
    nodes: [{ id: 'middle', at: [0, 0] }, ...ARMS.map((arm) => ({ id: `end-${arm.name}`, at: at(arm, ARM_M, 0) }))],
    edges: edges(),
    junctions: [
      {
        id: 'cross',
        node: 'middle',
        control: 'signal',
        outline: [
          [-12, -12],
          [12, -12],
          [12, 12],
          [-12, 12],
        ],
        turns: turns(),
        crossings: [
          {
            id: 'walk-n',
            path: [
              [-6, 14],
              [6, 14],
            ],
            widthM: 4,
            edge: 'n-in',
            signalIndex: 12,
          },
        ],
      },
    ],
    signals: [
      {
        id: 'lights',
        junction: 'cross',
        offsetSeconds: 0,
        electricity: 'bus-lv',
        phases: [
          { seconds: 30, state: 'gGgrrrgGgrrrr' },
          { seconds: 3, state: 'yyyrrryyyrrrr' },
          { seconds: 30, state: 'rrrgGgrrrgGgG' },
          { seconds: 3, state: 'rrryyyrrryyyr' },
        ],
      },
    ],
    stops: [
      { id: 'stop-a', name: { zh: '北站', en: 'North' }, lane: 'n-in:0', atM: 40, lengthM: 14 },
      { id: 'stop-b', name: { zh: '南站', en: 'South' }, lane: 's-out:0', atM: 30, lengthM: 14 },
    ],
    busLines: [
      {
        id: 'line-1',
        name: { zh: '一路', en: 'Line 1' },
        stops: ['stop-a', 'stop-b'],
        headwaySeconds: 600,
        firstSeconds: 21600,
        lastSeconds: 79200,
      },
    ],
    parking: [{ id: 'park-1', edge: 'e-out', spaces: 20, building: 'hall' }],
    chargingSites: [
      { id: 'charge-1', edge: 'e-out', at: [40, -8], chargers: [{ count: 4, powerKw: 60 }], electricity: 'bus-lv' },
    ],
  };
}
