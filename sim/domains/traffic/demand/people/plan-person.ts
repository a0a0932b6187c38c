/**
 * A day of a resident or of somebody from outside, from his number alone: a chain of activities drawn by the survey's
 * shares, places by the gravity model, a mode for each tour from home to home, times by the survey's hours and stays.
 * Work and school are where they are every day. A working day: plans are the same every day, only luck on the road
 * differs. Left out: that people tell each other (but for who takes the child to school), taxis, and learning.
 */
import { streamOf } from '../../../../kernel';
import { classOfWord, numberOfWord, RESIDENT, wordOf } from './identity';
import { chooseMode, setMode } from './mode-choice';
import { FIRST_PLACE, type Person, PLACES, typeOf } from './person';
import { createPlan, listCarLegs, type Plan } from './plan';
import { escortOf } from './residents';
import { chooseStops } from './stops';
import { BUS, DRIVE, drawFrom, ESCORT, HOME, PASSENGER, PUPIL, SCHOOL, WALK } from './survey';
import { lineM, measureWays, outsideM, setTimes } from './times';

const HOME_PLACE = streamOf('traffic.people.home-place');
const HOME_GATE = streamOf('traffic.people.home-gate');
const DRIVES = streamOf('traffic.people.drives');
const MODE = streamOf('traffic.people.mode');

const LONGEST_WALK_M = 1_500;

const ofAdult = createPlan();

/** Fills in the plan of a resident, a commuter or a visitor. */
export function planPerson(of: Person, word: number, plan: Plan): void {
  const type = typeOf(of, word);
  const taken = type === PUPIL && isTaken(of, word);
  findHome(of, word, plan);
  chooseStops(of, word, type, plan);
  measureWays(of, word, plan);
  const hasCar = canDrive(of, word);
  for (let first = 0; first < plan.legs; ) {
    let end = first;
    while (plan.activity[end] !== HOME) end++;
    end++;
    const uniform = of.luck.uniform(MODE, first, word);
    setMode(plan, first, end, chooseMode(of.ground.survey, lineM, outsideM, first, end, hasCar, uniform));
    first = end;
  }
  const goesAlong = taken && plan.legs > 0 && plan.activity[0] === SCHOOL;
  if (goesAlong) goBackAlone(plan);
  setTimes(of, word, plan);
  if (goesAlong) goAlong(plan);
  listCarLegs(plan);
}

/** Whether he still takes the car for a tour of the plan just made when driving it costs so much more. */
export function stillDrives(of: Person, word: number, first: number, end: number, chargeYuan: number): boolean {
  const uniform = of.luck.uniform(MODE, first, word);
  return chooseMode(of.ground.survey, lineM, outsideM, first, end, true, uniform, chargeYuan) === DRIVE;
}

/** Whether a car is his to take; who comes from outside has one as often as grown-ups there may drive and own one. */
function canDrive({ ground, residents, luck }: Person, word: number): boolean {
  if (classOfWord(word) === RESIDENT) return residents.drives[numberOfWord(word) % residents.count] === 1;
  const { carCounts, carSums, part } = ground.survey;
  const cars = carCounts[drawFrom(carSums, luck.uniform(DRIVES, 1, word))];
  return cars > 0 && luck.uniform(DRIVES, 0, word) < part.driverShare;
}

function findHome({ ground, residents, luck }: Person, word: number, plan: Plan): void {
  plan.homeEdge = -1;
  plan.homeGate = -1;
  plan.homePlace = -1;
  if (classOfWord(word) === RESIDENT) {
    const number = numberOfWord(word) % residents.count;
    plan.homeEdge = residents.homeEdge[number];
    plan.homePlace = FIRST_PLACE + PLACES * luck.uniform(HOME_PLACE, 0, residents.household[number]);
  } else plan.homeGate = drawFrom(ground.outsiderSums, luck.uniform(HOME_GATE, 0, word));
}

/** Whether a grown-up of the household takes this pupil to school; his plan is then in `ofAdult`. */
function isTaken(of: Person, word: number): boolean {
  const { residents } = of;
  const number = numberOfWord(word) % residents.count;
  const { pupil, adult } = escortOf(residents, residents.household[number]);
  if (pupil !== number) return false;
  planPerson(of, wordOf(RESIDENT, numberOfWord(word) - number + adult), ofAdult);
  return ofAdult.legs > 0 && ofAdult.activity[0] === ESCORT;
}

/** Who is taken has nothing with him to go home on but his feet, or the bus. */
function goBackAlone(plan: Plan): void {
  let leg = 1;
  for (; leg < plan.legs && plan.activity[leg - 1] !== HOME; leg++) {
    plan.mode[leg] = lineM[leg] > LONGEST_WALK_M ? BUS : WALK;
  }
  plan.mode[0] = ofAdult.mode[0] === DRIVE ? PASSENGER : ofAdult.mode[0];
}

/** A pupil who is taken to school goes when and as the grown-up goes. */
function goAlong(plan: Plan): void {
  const laterSeconds = ofAdult.arriveSeconds[0] - plan.arriveSeconds[0];
  for (let leg = 0; leg < plan.legs; leg++) {
    plan.departSeconds[leg] += laterSeconds;
    plan.arriveSeconds[leg] += laterSeconds;
  }
  plan.departSeconds[0] = ofAdult.departSeconds[0];
}
