/** Vehicles, trips and flows: each row sound or listed and left out. */
import type { VehicleDeparture, VehicleFlow, VehicleHalt } from '../../../scene';
import { readNumber, readSeconds, readWhole } from '../read-values';
import type { DemandDraft } from './draft';
import type { KnownRoute } from './route-book';
import { DEFAULT_TYPE, takeType } from './types';

type Attributes = ReadonlyMap<string, string>;

export interface VehicleRow {
  readonly file: string;
  readonly element: 'vehicle' | 'trip' | 'flow';
  readonly attributes: Attributes;
  /** Of the route that stands inside the vehicle. */
  readonly edges: readonly string[] | undefined;
  readonly halts: readonly VehicleHalt[];
}

type Going = Omit<VehicleDeparture, 'departSeconds'>;

/** Attributes that are read here, or that only the screen and the writers of output care for. */
const READ = new Set(
  (
    'id type route depart departLane departPos departSpeed arrivalPos from to line color ' +
    'begin end number period vehsPerHour perHour probability personNumber containerNumber reroute'
  ).split(' '),
);
const DEPART_LANES: Readonly<Record<string, VehicleDeparture['departLane']>> = {
  first: 'first',
  allowed: 'allowed',
  best: 'best',
  best_prob: 'best',
  free: 'free',
  random: 'random',
};
const DEPART_POSITIONS: Readonly<Record<string, VehicleDeparture['departPosition']>> = {
  base: 'base',
  splitFront: 'base',
  last: 'last',
  free: 'free',
  random: 'random',
  random_free: 'random-free',
  stop: 'stop',
};
const DEPART_SPEEDS: Readonly<Record<string, VehicleDeparture['departSpeed']>> = {
  max: 'max',
  desired: 'desired',
  speedLimit: 'limit',
  last: 'last',
  avg: 'average',
  random: 'random',
};
const ARRIVALS: Readonly<Record<string, VehicleDeparture['arrivalPosition']>> = {
  max: 'max',
  random: 'random',
  center: 'center',
};

export function takeVehicle(row: VehicleRow, draft: DemandDraft): void {
  const path = [row.file, row.element, row.attributes.get('id') ?? ''];
  const departSeconds = readSeconds(row.attributes.get('depart'));
  if (departSeconds === undefined) {
    const text = (row.attributes.get('depart') ?? '').slice(0, 40);
    const waits = /^(triggered|containerTriggered|split)$/.test(text);
    const what = waits
      ? `departs when "${text}", which is not carried over`
      : `expected a time of departure, found "${text}"`;
    draft.note(waits ? 'not-carried' : 'broken', path, `${what}; it is left out`);
    return;
  }
  if (departSeconds < Math.max(0, draft.settings.beginSeconds)) {
    draft.note('before-begin', path, `departs at ${departSeconds}, before the run begins; it is left out`);
    return;
  }
  const going = goingOf(row, path, draft);
  if (going === undefined) return;
  const latest = draft.latestDepartures.get(row.file) ?? 0;
  draft.latestDepartures.set(row.file, Math.max(latest, departSeconds));
  if (latest > departSeconds) {
    draft.noteOnce(
      'unsorted',
      [row.file],
      `times run backwards: "${going.id}" stands behind one that departs later; all are sorted`,
    );
  }
  draft.departures.push({ ...going, departSeconds });
}

export function takeFlow(row: VehicleRow, draft: DemandDraft): void {
  const { attributes } = row;
  const path = [row.file, 'flow', attributes.get('id') ?? ''];
  const { settings } = draft;
  const time = (key: string, otherwise: number) => (attributes.has(key) ? readSeconds(attributes.get(key)) : otherwise);
  const beginSeconds = time('begin', settings.beginSeconds);
  const endSeconds = time('end', settings.endSeconds ?? Math.max(86_400, settings.beginSeconds));
  if (beginSeconds === undefined || endSeconds === undefined || beginSeconds < 0) {
    draft.note('broken', path, 'expected times to begin and end; the flow is left out');
    return;
  }
  if (endSeconds < beginSeconds) {
    draft.note('broken', path, `times run backwards, from ${beginSeconds} to ${endSeconds}; the flow is left out`);
    return;
  }
  const rate = rateOf(attributes, beginSeconds, endSeconds);
  if (typeof rate === 'string') {
    draft.note('broken', path, `${rate}; the flow is left out`);
    return;
  }
  const going = goingOf(row, path, draft);
  if (going === undefined) return;
  const flow: VehicleFlow = { ...going, beginSeconds, endSeconds, ...rate.how };
  draft.flows.push(flow);
  const seconds = flow.endSeconds - beginSeconds;
  const { lanes } = draft.firstEdgeOf(going);
  if (rate.expected > lanes.length * MOST_A_LANE_PER_SECOND * (seconds + STILL_FINE_S)) {
    const asked = `asks for ${Math.round(rate.expected)} vehicles in ${Math.round(seconds)} s`;
    draft.note('crowded', path, `${asked}, more than enter by ${lanes.length} lanes; the others wait outside`);
  }
}

const MOST_OF_A_FLOW = 1_000_000;
/** Nobody follows closer than a second. */
const MOST_A_LANE_PER_SECOND = 1;
/** Whoever waits so long outside is not worth a word. */
const STILL_FINE_S = 60;

interface Rate {
  readonly how: Partial<VehicleFlow>;
  readonly expected: number;
}

function rateOf(attributes: Attributes, beginSeconds: number, endSeconds: number): Rate | string {
  const seconds = endSeconds - beginSeconds;
  const perHour = readNumber(attributes.get('vehsPerHour') ?? attributes.get('perHour'));
  const period = attributes.get('period') ?? (perHour ? String(3_600 / perHour) : undefined);
  const drawn = readNumber(/^exp\(([^)]*)\)$/.exec(period?.trim() ?? '')?.[1]);
  const periodSeconds = readSeconds(period);
  const count = readWhole(attributes.get('number'));
  const probability = readNumber(attributes.get('probability'));
  let rate: Partial<VehicleFlow>;
  let expected: number;
  if (count !== undefined && periodSeconds !== undefined && periodSeconds > 0) {
    // So many, one after a period: over sooner than the flow's end, if that is given at all.
    expected = Math.min(count, Math.max(1, Math.ceil(seconds / periodSeconds)));
    rate = { count: expected, endSeconds: beginSeconds + expected * periodSeconds };
  } else if (count !== undefined) {
    expected = count;
    rate = { count };
  } else if (drawn !== undefined && drawn > 0) {
    expected = seconds * drawn;
    rate = { meanGapSeconds: 1 / drawn };
  } else if (periodSeconds !== undefined && periodSeconds > 0) {
    expected = seconds / periodSeconds;
    rate = { periodSeconds };
  } else if (probability !== undefined && probability > 0 && probability <= 1) {
    expected = seconds * probability;
    rate = { perSecond: probability };
  } else return 'expected number, period, vehsPerHour or probability';
  if (expected === 0) return 'nobody sets out';
  return expected <= MOST_OF_A_FLOW
    ? { how: rate, expected }
    : `expected at most ${MOST_OF_A_FLOW} vehicles, found ${Math.round(expected)}`;
}

function goingOf(row: VehicleRow, path: readonly string[], draft: DemandDraft): Going | undefined {
  const { attributes } = row;
  const leaveOut = (message: string): undefined => {
    draft.note('broken', path, `${message}; it is left out`);
    return undefined;
  };
  const id = attributes.get('id') ?? '';
  if (id === '') return leaveOut('expected an id');
  const names = row.element === 'flow' ? draft.flowNames : draft.vehicleNames;
  if (names.has(id)) return leaveOut('the id is taken already');
  const type = attributes.get('type') ?? DEFAULT_TYPE;
  if (type === DEFAULT_TYPE && !draft.types.has(type)) takeType(row.file, new Map([['id', DEFAULT_TYPE]]), draft);
  if (draft.types.get(type) === null) {
    draft.note('not-carried', path, `the type "${type}" is not carried over; it is left out`);
    return undefined;
  }
  const use = draft.laneUseOf(type);
  if (use === undefined) return leaveOut(`expected a known type, found "${type}"`);
  const way = wayOf(row, use, draft);
  if (typeof way === 'string') return leaveOut(way);
  const going: Going = { id: names.of(id), type: draft.typeNames.of(type), ...way };
  chooseWords(going, row, path, draft);
  if (row.halts.length > 0) going.halts = [...row.halts];
  for (const name of attributes.keys()) {
    if (!READ.has(name))
      draft.noteOnce(
        'not-carried',
        [row.file, row.element, name],
        `the attribute "${name.slice(0, 60)}" is not carried over`,
      );
  }
  return going;
}

type Way = Pick<Going, 'route' | 'from' | 'to'>;

function wayOf(row: VehicleRow, use: Parameters<KnownRoute['faultFor']>[0], draft: DemandDraft): Way | string {
  const { attributes } = row;
  const named = attributes.get('route');
  if (row.edges === undefined && named === undefined) {
    const [from, to] = [
      draft.net.edges.get(attributes.get('from') ?? ''),
      draft.net.edges.get(attributes.get('to') ?? ''),
    ];
    if (from === undefined || to === undefined) return 'expected a route, or from and to, two known edges';
    return draft.routes.faultBetween(from, to, use) ?? { from: from.id, to: to.id };
  }
  const mix = named === undefined ? undefined : draft.routes.mixes.get(named);
  if (mix !== undefined) {
    const faults = mix
      .map(({ route }) => draft.routes.named.get(route)!.faultFor(use))
      .filter((fault) => fault !== null);
    if (faults.length > 0) return faults[0]!;
    for (const { route } of mix) draft.routes.use(draft.routes.named.get(route)!.route);
    return { route: draft.routes.names.of(named!) };
  }
  const known = row.edges !== undefined ? draft.routes.ofWay(row.edges) : draft.routes.named.get(named!);
  if (known === undefined) return `expected a known route, found "${named}"`;
  if (typeof known === 'string') return known;
  const fault = known.faultFor(use);
  if (fault !== null) return fault;
  draft.routes.use(known.route);
  return { route: known.route.id };
}

function chooseWords(going: Going, row: VehicleRow, path: readonly string[], draft: DemandDraft): void {
  const { attributes } = row;
  const word = <T>(
    key: string,
    words: Readonly<Record<string, T>>,
    number: (value: number) => T | undefined,
  ): T | undefined => {
    const text = attributes.get(key);
    if (text === undefined) return undefined;
    if (Object.hasOwn(words, text)) return words[text];
    const value = readNumber(text);
    const chosen = value === undefined ? undefined : number(value);
    if (chosen === undefined)
      draft.note(
        'changed',
        [...path, key],
        `expected another value than "${text.slice(0, 40)}"; the usual one is taken`,
      );
    return chosen;
  };
  const first = draft.firstEdgeOf(going);
  const lane = word('departLane', DEPART_LANES, (value) =>
    Number.isInteger(value) && value >= 0 && value < first.lanes.length ? value : undefined,
  );
  const position = word('departPos', DEPART_POSITIONS, (value) => value);
  const speed = word('departSpeed', DEPART_SPEEDS, (value) => (value >= 0 ? value : undefined));
  const arrival = word('arrivalPos', ARRIVALS, (value) => value);
  if (lane !== undefined && lane !== 'first') going.departLane = lane;
  if (position !== undefined && position !== 'base') going.departPosition = position;
  if (speed !== undefined && speed !== 0) going.departSpeed = speed;
  if (arrival !== undefined && arrival !== 'max') going.arrivalPosition = arrival;
}
