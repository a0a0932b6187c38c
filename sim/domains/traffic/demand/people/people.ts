/**
 * Everybody who travels by plan, as numbers in four classes, and the city's vehicle departures that follow, in the order
 * of the day. A function of the scene and the seed; each day is the same working day. Nothing of it is saved.
 *
 * Growth and the factors of parts of the city add numbers behind the others or put some off: a person of copy c with
 * threshold t (his household's, evenly spread) takes part where c + t < the factor. More therefore adds persons only.
 */
import type { Luck } from '../../../../kernel';
import type { CompiledScene } from '../../../../scene/compiled';
import type { Network } from '../../network';
import { CAR, TRUCK } from '../../vehicle-kinds';
import { type Freight, freightOf, planLorry } from './freight';
import { type Ground, groundOf } from './ground';
import { type Groups, groupsOf } from './groups';
import { CALLER, CLASSES, classOfWord, keyOf, LORRY, numberOfWord, OUTSIDER, RESIDENT, wordOf } from './identity';
import { NotesOnFoot, type OnFoot } from './on-foot';
import { ordered, orderOfDay } from './order-of-day';
import type { Person } from './person';
import { createPlan, type Plan } from './plan';
import { planPerson } from './plan-person';
import { type Residents, residentsOf } from './residents';
import { addRides, createRideList, type Rides, ridesOf } from './rides';
import { HOME, WORK } from './survey';

export interface People extends Person {
  readonly ground: Ground;
  readonly freight: Freight | null;
  readonly groups: Groups;
  /** Numbers of each class in the city as it is, and with growth. */
  readonly base: Int32Array;
  readonly count: Int32Array;
  growth: number;
  /** By edge: what it costs to drive there, once a tour, as interventions ask; read when somebody leaves home. */
  readonly chargeYuan: Float64Array;
  /** Departures of vehicles in the order of the day's seconds. */
  departures: DayDepartures;
  /** What was last planned. */
  readonly plan: Plan;
  readonly planned: Planned;
}

export interface DayDepartures {
  readonly keys: Uint32Array;
  readonly secondOfDay: Float64Array;
  /** Days that the plan began before: 1 for a way home after midnight. */
  readonly daysAfter: Uint8Array;
  /** 1 for the last one of a day of somebody. */
  readonly isLast: Uint8Array;
  /** Driven ways to what is neither somebody's home nor his work: whose, which of the day's, and to which edge. */
  readonly publicStops: { readonly words: Uint32Array; readonly carLegs: Uint8Array; readonly edges: Int32Array };
  readonly rides: Rides;
  /** What is walked on that day. */
  readonly onFoot: OnFoot;
}

const DAY_SECONDS = 86_400;
/** Spread most evenly of all: the golden section. */
const GOLDEN = 0.6180339887498949;

const NOBODY: DayDepartures = {
  keys: new Uint32Array(0),
  secondOfDay: new Float64Array(0),
  daysAfter: new Uint8Array(0),
  isLast: new Uint8Array(0),
  publicStops: { words: new Uint32Array(0), carLegs: new Uint8Array(0), edges: new Int32Array(0) },
  rides: ridesOf(createRideList()),
  onFoot: new NotesOnFoot().taken(),
};

/** What was planned last on a scene: a run that is loaded, forked or sought again does not plan its day anew. */
interface Planned {
  readonly seed: number;
  readonly residents: Residents;
  growth: number;
  departures: DayDepartures;
  count: readonly number[];
}

const known = new WeakMap<CompiledScene, Planned>();

/** Null where the scene has no plans of persons. */
export function peopleOf(scene: CompiledScene, network: Network, luck: Luck, seed: number): People | null {
  const ground = groundOf(scene, network);
  if (ground === null) return null;
  let seen = known.get(scene);
  if (seen?.seed !== seed) {
    seen = { seed, residents: residentsOf(ground, luck), growth: Number.NaN, departures: NOBODY, count: [] };
    known.set(scene, seen);
  }
  const { residents } = seen;
  const freight = freightOf(scene, ground);
  const base = new Int32Array(CLASSES);
  const anyGate = ground.gateCount > 0 && ground.outsiderSums[ground.gateCount - 1] > 0;
  base[RESIDENT] = residents.count;
  base[OUTSIDER] = ground.commuters;
  base[CALLER] = anyGate ? Math.round(ground.survey.part.outside.visitors) : 0;
  base[LORRY] = freight === null ? 0 : freight.tours;
  const people: People = {
    ground,
    residents,
    network,
    luck,
    freight,
    groups: groupsOf(scene, ground, residents),
    base,
    count: new Int32Array(CLASSES),
    growth: ground.survey.part.growth ?? 1,
    chargeYuan: new Float64Array(network.roads.edgeCount),
    departures: NOBODY,
    planned: seen,
    plan: createPlan(),
  };
  plan(people);
  return people;
}

/** Plans the day anew for another growth; who was there before keeps his number and his plan. */
export function grow(people: People, growth: number): void {
  if (growth === people.growth) return;
  people.growth = growth;
  plan(people);
}

/** Fills in people.plan; answers the kind of the vehicle. */
export function planOf(people: People, word: number): number {
  if (classOfWord(word) === LORRY) {
    planLorry(people.freight!, people.luck, word, people.plan);
    return TRUCK;
  }
  planPerson(people, word, people.plan);
  return CAR;
}

/** How many of somebody's part of the city there are over those of today. */
export function factorFor(people: People, word: number): number {
  return people.growth * people.groups.factor[groupOf(people, word)];
}

/** Needs people.plan to be of the same person where that is no resident: his gate is where he belongs. */
export function groupOf(people: People, word: number): number {
  const { groups, residents, plan: of } = people;
  switch (classOfWord(word)) {
    case RESIDENT:
      return groups.ofHomeEdge[residents.homeEdge[numberOfWord(word) % residents.count]];
    case OUTSIDER:
      return groups.commuters + of.homeGate;
    case CALLER:
      return groups.visitors + of.homeGate;
    default:
      return groups.freight;
  }
}

/** Needs people.plan to be of the same person, as groupOf does. */
export function takesPart(people: People, word: number): boolean {
  const cls = classOfWord(word);
  const number = numberOfWord(word);
  const base = people.base[cls];
  const slot = number % base;
  const spread = (cls === RESIDENT ? people.residents.household[slot] : slot) * GOLDEN;
  return Math.floor(number / base) + spread - Math.floor(spread) < factorFor(people, word);
}

/** Plans everybody who takes part, in the order of their words; `each` sees people.plan. */
export function eachPerson(people: People, each: (word: number, kind: number) => void): void {
  for (let cls = 0; cls < CLASSES; cls++) {
    for (let number = 0; number < people.count[cls]; number++) {
      const word = wordOf(cls, number);
      // A resident who takes no part need not be planned to know it; the others' gates are in their plans.
      if (cls === RESIDENT && !takesPart(people, word)) continue;
      const kind = planOf(people, word);
      if (cls === RESIDENT || takesPart(people, word)) each(word, kind);
    }
  }
}

function plan(people: People): void {
  const { planned, growth } = people;
  if (planned.growth !== growth) {
    planDay(people);
    planned.growth = growth;
    planned.departures = people.departures;
    planned.count = Array.from(people.count);
  }
  people.departures = planned.departures;
  people.count.set(planned.count);
}

function planDay(people: People): void {
  const most = people.growth * people.groups.factor.reduce((a, b) => Math.max(a, b), 0);
  for (let cls = 0; cls < CLASSES; cls++) people.count[cls] = Math.ceil(people.base[cls] * Math.ceil(most));
  const keys: number[] = [];
  const seconds: number[] = [];
  const days: number[] = [];
  const last: number[] = [];
  const stops = { words: [] as number[], carLegs: [] as number[], edges: [] as number[] };
  const rides = createRideList();
  const onFoot = new NotesOnFoot();
  eachPerson(people, (word) => {
    if (classOfWord(word) !== LORRY) onFoot.note(people.plan, people.ground);
    const { carLegs, carLeg, departSeconds, activity, gate, edge } = people.plan;
    if (classOfWord(word) !== LORRY) addRides(rides, people.plan);
    for (let i = 0; i < carLegs; i++) {
      const doing = activity[carLeg[i]];
      if (classOfWord(word) !== LORRY && gate[carLeg[i]] < 0 && doing !== HOME && doing !== WORK) {
        stops.words.push(word);
        stops.carLegs.push(i);
        stops.edges.push(edge[carLeg[i]]);
      }
      const at = departSeconds[carLeg[i]];
      const day = Math.floor(at / DAY_SECONDS);
      keys.push(keyOf(word, i));
      seconds.push(at - day * DAY_SECONDS);
      days.push(day);
      last.push(i === carLegs - 1 ? 1 : 0);
    }
  });
  const order = orderOfDay(seconds, keys, keys.length);
  people.departures = {
    keys: ordered(new Uint32Array(order.length), keys, order),
    secondOfDay: ordered(new Float64Array(order.length), seconds, order),
    daysAfter: ordered(new Uint8Array(order.length), days, order),
    isLast: ordered(new Uint8Array(order.length), last, order),
    publicStops: {
      words: Uint32Array.from(stops.words),
      carLegs: Uint8Array.from(stops.carLegs),
      edges: Int32Array.from(stops.edges),
    },
    rides: ridesOf(rides),
    onFoot: onFoot.taken(),
  };
}
