/**
 * The loom: a network of our own whose equilibrium is exact by construction. The times that links shall have at
 * equilibrium are chosen first, so that all ways between two places that never turn back tie; trips are laid on ways of
 * least time only; then each link's free-flow time is what gives it its chosen time at the flow it got. Nobody can gain
 * by changing over, and no other link flows do that, because every street's time rises with its flow.
 *
 * Five rows and six columns of junctions, diagonals that are a little too long for anyone to take, and six zones, each
 * tied to two junctions by connectors that would be short cuts if zones could be passed through.
 */
export interface Loom {
  readonly network: string;
  readonly trips: string;
  readonly flows: string;
  readonly tstt: number;
  readonly beckmann: number;
}

interface Link {
  readonly from: number;
  readonly to: number;
  /** At equilibrium. */
  readonly time: number;
  readonly street: boolean;
  flow: number;
  capacity: number;
  freeFlowTime: number;
  b: number;
  power: number;
}

const ROWS = 5;
const COLUMNS = 6;
const ZONES = 6;
const EAST_TIMES = [4, 3, 5, 3, 4];
const NORTH_TIMES = [3, 4, 2, 5];
/** By zone: its junctions as row and column, and the time of the connector to each. */
const TIES: readonly (readonly [row: number, column: number, time: number])[][] = [
  [
    [0, 0, 0.5],
    [0, 1, 0.25],
  ],
  [
    [4, 0, 0.5],
    [3, 0, 0.25],
  ],
  [
    [0, 5, 0.5],
    [1, 5, 0.25],
  ],
  [
    [4, 5, 0.5],
    [4, 4, 0.25],
  ],
  [
    [2, 2, 0.5],
    [2, 3, 0.25],
  ],
  [
    [1, 3, 0],
    [1, 4, 0.125],
  ],
];
/** How full streets are in turn, how much that slows them, and how abruptly. */
const FULLNESS = [1, 1.25, 0.75, 1.5, 0.5];
const RISES = [0.15, 0.5, 1, 0.15];
const POWERS = [4, 2, 1, 4, 2.5, 5, 3];

export function buildLoom(): Loom {
  const links = layLinks();
  const trips = new Map<string, number>();
  let tstt = 0;
  let total = 0;
  for (let from = 1; from <= ZONES; from++) {
    for (let to = 1; to <= ZONES; to++) {
      const count = from === to ? 50 : 100 * (((3 * from + 5 * to) % 7) + 1);
      trips.set(`${from} ${to}`, count);
      total += count;
      if (from === to) continue;
      const ways = leastWays(links, from, to);
      const shares = ways.map((_, i) => (i % 3) + 1);
      const sum = shares.reduce((a, b) => a + b);
      ways.forEach((way, i) => {
        for (const link of way) link.flow += (count * shares[i]) / sum;
      });
      tstt += count * ways[0].reduce((time, link) => time + link.time, 0);
    }
  }
  let beckmann = 0;
  links.forEach((link, i) => {
    if (!link.street) return;
    link.capacity = link.flow === 0 ? 500 : Math.ceil(link.flow / FULLNESS[i % FULLNESS.length]);
    link.b = RISES[i % RISES.length];
    link.power = POWERS[i % POWERS.length];
    link.freeFlowTime = link.time / (1 + link.b * (link.flow / link.capacity) ** link.power);
  });
  for (const { flow, freeFlowTime, time, power } of links) {
    beckmann += flow * (freeFlowTime + (time - freeFlowTime) / (power + 1));
  }
  return { network: networkText(links), trips: tripsText(trips, total), flows: flowsText(links), tstt, beckmann };
}

function layLinks(): Link[] {
  const links: Link[] = [];
  const junction = (row: number, column: number) => ZONES + 1 + row * COLUMNS + column;
  const both = (a: number, b: number, time: number, street: boolean) => {
    for (const [from, to] of [
      [a, b],
      [b, a],
    ]) {
      links.push({ from, to, time, street, flow: 0, capacity: 9999, freeFlowTime: time, b: 0, power: 0 });
    }
  };
  TIES.forEach((ties, zone) => {
    for (const [row, column, time] of ties) both(zone + 1, junction(row, column), time, false);
  });
  for (let row = 0; row < ROWS; row++) {
    for (let column = 0; column < COLUMNS; column++) {
      if (column + 1 < COLUMNS) both(junction(row, column), junction(row, column + 1), EAST_TIMES[column], true);
      if (row + 1 < ROWS) both(junction(row, column), junction(row + 1, column), NORTH_TIMES[row], true);
      if (row + 1 < ROWS && column + 1 < COLUMNS && (row + column) % 2 === 0) {
        const around = EAST_TIMES[column] + NORTH_TIMES[row];
        both(junction(row, column), junction(row + 1, column + 1), around + 0.5, true);
      }
    }
  }
  return links;
}

/** Every way of least time, found by plain search: times here are sums of eighths, so that ties are exact. */
function leastWays(links: readonly Link[], origin: number, destination: number): Link[][] {
  const usable = links.filter(({ from }) => from > ZONES || from === origin);
  const time = new Map([[origin, 0]]);
  for (let changed = true; changed; ) {
    changed = false;
    for (const link of usable) {
      const there = (time.get(link.from) ?? Number.POSITIVE_INFINITY) + link.time;
      if (there >= (time.get(link.to) ?? Number.POSITIVE_INFINITY)) continue;
      time.set(link.to, there);
      changed = true;
    }
  }
  const waysTo = (node: number): Link[][] => {
    if (node === origin) return [[]];
    const last = usable.filter((link) => link.to === node && time.get(link.from)! + link.time === time.get(node));
    return last.flatMap((link) => waysTo(link.from).map((way) => [...way, link]));
  };
  return waysTo(destination);
}

function networkText(links: readonly Link[]): string {
  const rows = links.map((link) =>
    ['', link.from, link.to, link.capacity, 1, link.freeFlowTime, link.b, link.power, 0, 0, 1, ';'].join('\t'),
  );
  return [
    '~ The loom: made by tests/studies/assignment/loom.ts, with an equilibrium that is exact by construction',
    `<NUMBER OF ZONES> ${ZONES}`,
    `<NUMBER OF NODES> ${ZONES + ROWS * COLUMNS}`,
    `<FIRST THRU NODE> ${ZONES + 1}`,
    `<NUMBER OF LINKS> ${links.length}`,
    '<END OF METADATA>',
    '',
    '~\tinit_node\tterm_node\tcapacity\tlength\tfree_flow_time\tb\tpower\tspeed\ttoll\tlink_type\t;',
    ...rows,
    '',
  ].join('\n');
}

function tripsText(trips: ReadonlyMap<string, number>, total: number): string {
  const lines = [`<NUMBER OF ZONES> ${ZONES}`, `<TOTAL OD FLOW> ${total.toFixed(1)}`, '<END OF METADATA>', ''];
  for (let from = 1; from <= ZONES; from++) {
    lines.push('', `Origin \t${from}`);
    const entries = Array.from({ length: ZONES }, (_, i) => `${i + 1} : ${trips.get(`${from} ${i + 1}`)!.toFixed(1)};`);
    lines.push(entries.slice(0, 4).join(' '), entries.slice(4).join(' '));
  }
  return `${lines.join('\n')}\n`;
}

function flowsText(links: readonly Link[]): string {
  const rows = links.map(({ from, to, flow, time }) => `${from}\t${to}\t${flow}\t${time}`);
  return `${['From\tTo\tVolume\tCost', ...rows].join('\n')}\n`;
}
