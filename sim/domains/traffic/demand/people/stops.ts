/** Where a day leads: the chain of activities, and a place for each by the gravity model. */
import { streamOf } from '../../../../kernel';
import { drawEdge } from './ground';
import { classOfWord, numberOfWord, RESIDENT, wordOf } from './identity';
import { FIRST_PLACE, type Person, PLACES, typeOf } from './person';
import type { Plan } from './plan';
import { escortOf } from './residents';
import { drawFrom, ESCORT, HOME, SCHOOL, STUDENT, WORK, WORKER } from './survey';

const CHAIN = streamOf('traffic.people.chain');
const OUTSIDE = streamOf('traffic.people.outside');
const OUTSIDE_GATE = streamOf('traffic.people.outside-gate');
const ZONE = streamOf('traffic.people.zone');
const EDGE = streamOf('traffic.people.edge');
const PLACE = streamOf('traffic.people.place');

/** Work and school are drawn once for all days and all stops: in the place of a stop's number stands one of these. */
const AT_WORK = 100;
const AT_SCHOOL = 101;

/** Lists the stops of the day; what the city has no place for is left out. */
export function chooseStops(of: Person, word: number, type: number, plan: Plan): void {
  const { ground, luck } = of;
  const { stops, withEscort, withoutEscort } = ground.survey.chains[type];
  plan.legs = 0;
  if (stops.length === 0) return;
  const pupil = pupilToEscort(of, word);
  const sums = pupil >= 0 ? withEscort : withoutEscort;
  if (!(sums[sums.length - 1] > 0)) return;
  const chain = stops[drawFrom(sums, luck.uniform(CHAIN, 0, word))];
  const home = plan.homeGate >= 0 ? ground.zoneCount + plan.homeGate : ground.zoneOfEdge[plan.homeEdge];
  let at = home;
  for (let i = 0; i < chain.length; i++) {
    const act = chain[i];
    const leg = plan.legs;
    plan.activity[leg] = act;
    plan.gate[leg] = -1;
    if (act === HOME) {
      if (leg === 0 || plan.activity[leg - 1] === HOME) continue;
      goHome(plan, leg);
      at = home;
    } else {
      if (!findPlace(of, word, act, leg, at, home, pupil, plan)) continue;
      at = plan.gate[leg] >= 0 ? ground.zoneCount + plan.gate[leg] : ground.zoneOfEdge[plan.edge[leg]];
    }
    plan.legs++;
  }
  if (plan.legs === 0) return;
  if (plan.activity[plan.legs - 1] !== HOME) {
    plan.activity[plan.legs] = HOME;
    goHome(plan, plan.legs++);
  }
}

function goHome(plan: Plan, leg: number): void {
  plan.edge[leg] = plan.homeEdge;
  plan.place[leg] = plan.homePlace;
  plan.gate[leg] = plan.homeGate;
}

/** Finds where an activity is; false where the city has no place for it. Work and school are drawn once for all days. */
function findPlace(
  of: Person,
  word: number,
  act: number,
  leg: number,
  at: number,
  home: number,
  pupil: number,
  plan: Plan,
): boolean {
  const { ground, luck } = of;
  if (act === ESCORT) {
    if (pupil < 0) return false;
    const { residents } = of;
    const pupilWord = wordOf(RESIDENT, numberOfWord(word) - (numberOfWord(word) % residents.count) + pupil);
    const edge = schoolOf(of, pupilWord, home);
    return edge >= 0 && setPlace(of, pupilWord, AT_SCHOOL, edge, leg, plan);
  }
  const type = typeOf(of, word);
  if (classOfWord(word) === RESIDENT && goesOutside(of, word, act, type)) {
    const gate = gateOf(of, word, home);
    if (gate >= 0) {
      plan.gate[leg] = gate;
      plan.edge[leg] = -1;
      plan.place[leg] = -1;
      return true;
    }
  }
  if (act === SCHOOL) {
    const edge = schoolOf(of, word, home);
    return edge >= 0 && setPlace(of, word, AT_SCHOOL, edge, leg, plan);
  }
  const fixed = act === WORK;
  const sums = fixed ? ground.workSums : at === home ? ground.homeSums[act] : ground.elsewhereSums[act];
  const row = fixed ? home : at;
  const tick = fixed ? AT_WORK : leg;
  const edge = drawEdge(ground, sums, row, act, luck.uniform(ZONE, tick, word), luck.uniform(EDGE, tick, word));
  return edge >= 0 && setPlace(of, word, tick, edge, leg, plan);
}

function setPlace({ luck }: Person, word: number, tick: number, edge: number, leg: number, plan: Plan): boolean {
  plan.edge[leg] = edge;
  plan.gate[leg] = -1;
  // By his own house his car has its place.
  plan.place[leg] = edge === plan.homeEdge ? plan.homePlace : FIRST_PLACE + PLACES * luck.uniform(PLACE, tick, word);
  return true;
}

function schoolOf({ ground, luck }: Person, word: number, home: number): number {
  return drawEdge(
    ground,
    ground.schoolSums,
    home,
    SCHOOL,
    luck.uniform(ZONE, AT_SCHOOL, word),
    luck.uniform(EDGE, AT_SCHOOL, word),
  );
}

function goesOutside({ ground, luck }: Person, word: number, act: number, type: number): boolean {
  const { outside } = ground.survey.part;
  const share =
    act === WORK && type === WORKER ? outside.workShare : act === SCHOOL && type === STUDENT ? outside.studyShare : 0;
  return luck.uniform(OUTSIDE, 0, word) < share;
}

function gateOf({ ground, luck }: Person, word: number, zone: number): number {
  const { gateCount, gateSums } = ground;
  const first = zone * gateCount;
  if (gateCount === 0 || !(gateSums[first + gateCount - 1] > 0)) return -1;
  return drawFrom(gateSums, luck.uniform(OUTSIDE_GATE, 0, word), first, gateCount);
}

/** The pupil whom a grown-up may take to school; −1 for everybody else. */
function pupilToEscort({ residents }: Person, word: number): number {
  if (classOfWord(word) !== RESIDENT) return -1;
  const number = numberOfWord(word) % residents.count;
  const { pupil, adult } = escortOf(residents, residents.household[number]);
  return adult === number ? pupil : -1;
}
