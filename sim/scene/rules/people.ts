import type { ProblemList } from '../problem-list';
import type { Activity, FreightPart, MatrixPart, PeoplePart, PersonType } from '../schema/people';
import { present, type SoundScene } from './sound-entries';

type Path = readonly (string | number)[];

const RESIDENTS: ReadonlySet<PersonType> = new Set(['worker', 'pupil', 'student', 'retired', 'other']);
/** Keys of trips have room for so many. */
const MOST_CELLS = 1 << 18;
const MOST_TRIPS_AN_HOUR = 16_000;

/** Whoever has a day to plan needs a chain for it, a stay for each of its stops and a way in where he lives outside. */
export function checkPeople({ demand, land }: SoundScene, list: ProblemList): void {
  if (demand === undefined) return;
  const gates = [...present(demand.gates)].map(([gate]) => gate);
  const isOpen = gates.some((gate) => gate.inEdge !== undefined && gate.outEdge !== undefined && gate.tripsPerDay > 0);
  if (demand.people !== undefined) {
    const groups = new Set(['freight', 'residents/all']);
    for (const [district] of present(land?.districts)) groups.add(`residents/${district.id}`);
    for (const { id } of gates) groups.add(`commuters/${id}`).add(`visitors/${id}`);
    checkDays(demand.people, isOpen, groups, list);
  }
  if (demand.freight !== undefined) checkFreight(demand.freight, demand.people !== undefined, list);
  if (demand.matrix !== undefined) checkMatrix(demand.matrix, list);
}

function checkDays(people: PeoplePart, isOpen: boolean, groups: ReadonlySet<string>, list: ProblemList): void {
  const at: Path = ['demand.json', 'people'];
  const wholes = { households: people.households, cars: people.cars, types: people.types };
  for (const [name, parts] of Object.entries(wholes)) {
    if (parts.some(({ share }) => share > 0)) continue;
    list.error('scene.no-share', [...at, name], 'expected a share above 0, found none');
  }
  people.types.forEach(({ type }, i) => {
    if (RESIDENTS.has(type)) return;
    const message = `expected a kind of resident; found ${type}, who lives outside`;
    list.error('scene.person-type', [...at, 'types', i, 'type'], message);
  });
  const travelling: PersonType[] = people.types.filter(({ share }) => share > 0).map(({ type }) => type);
  if (isOpen) travelling.push('commuter');
  if (people.outside.visitors > 0) travelling.push('visitor');
  for (const type of new Set(travelling)) {
    if (people.chains.some(({ of, share }) => of === type && share > 0)) continue;
    list.error('scene.no-chain', [...at, 'chains'], `expected a chain of ${type}, found none`);
  }
  checkStops(people, at, list);
  const { workShare, studyShare, visitors } = people.outside;
  if (!isOpen && workShare + studyShare + visitors > 0) {
    const message = 'expected a gate with inEdge, outEdge and trips by which people leave and come, found none';
    list.error('scene.no-way-out', [...at, 'outside'], message);
  }
  (people.factors ?? []).forEach(({ group }, i) => {
    if (groups.has(group)) return;
    list.error('scene.unknown-group', [...at, 'factors', i, 'group'], `there is no group of people "${group}"`);
  });
}

function checkStops(people: PeoplePart, at: Path, list: ProblemList): void {
  const stays = new Map(people.activities.map((each) => [each.activity, each]));
  people.activities.forEach(({ activity, arrivalHourly }, i) => {
    if (arrivalHourly === undefined || arrivalHourly.some((weight) => weight > 0)) return;
    const message = `expected an hour at which people come to ${activity}, found none`;
    list.error('scene.no-share', [...at, 'activities', i, 'arrivalHourly'], message);
  });
  const needs = (activity: Activity, path: Path, first: boolean) => {
    const stay = stays.get(activity);
    const missing = stay === undefined ? 'a stay' : first && stay.arrivalHourly === undefined ? 'arrivalHourly' : null;
    if (missing === null) return;
    list.error('scene.no-stay', path, `expected ${missing} for ${activity} among the activities, found none`);
  };
  let anybody = false;
  people.chains.forEach(({ stops }, i) => {
    stops.forEach((stop, k) => {
      needs(stop, [...at, 'chains', i, 'stops', k], k === 0);
    });
    anybody ||= stops.length > 0;
  });
  if (anybody) needs('home', [...at, 'activities'], false);
}

function checkFreight(freight: FreightPart, withPeople: boolean, list: ProblemList): void {
  const at: Path = ['demand.json', 'freight'];
  if (!withPeople) list.error('scene.no-people', at, 'expected people whose work lorries serve, found none');
  for (const name of ['stops', 'departureHourly'] as const) {
    if (freight[name].some((share) => share > 0)) continue;
    list.error('scene.no-share', [...at, name], 'expected a share above 0, found none');
  }
}

/** Times run forwards, zones that trips begin or end in have edges for it, and numbers fit. */
function checkMatrix({ zones, matrices }: MatrixPart, list: ProblemList): void {
  const at: Path = ['demand.json', 'matrix', 'matrices'];
  const ends = new Map(zones.map((zone) => [zone.id, zone]));
  const cells = matrices.reduce((sum, matrix) => sum + matrix.cells.length, 0);
  if (cells > MOST_CELLS)
    list.error('scene.too-many', at, `expected at most ${MOST_CELLS} cells in all, found ${cells}`);
  matrices.forEach((matrix, i) => {
    const { beginSeconds, endSeconds } = matrix;
    if (beginSeconds >= endSeconds) {
      list.error(
        'scene.backwards',
        [...at, i],
        `expected beginSeconds < endSeconds, found ${beginSeconds}, ${endSeconds}`,
      );
      return;
    }
    matrix.cells.forEach(({ from, to, trips }, k) => {
      const path = [...at, i, 'cells', k];
      if (ends.get(from)?.from.length === 0)
        list.error('scene.empty-zone', [...path, 'from'], `no trip can begin in ${from}`);
      if (ends.get(to)?.to.length === 0) list.error('scene.empty-zone', [...path, 'to'], `no trip can end in ${to}`);
      const only = ends.get(from)?.from[0];
      if (ends.get(from)?.from.length === 1 && ends.get(to)?.to.length === 1 && ends.get(to)?.to[0] === only)
        list.error('scene.empty-zone', path, `expected another edge to end on than ${only}, found none`);
      const anHour = (3600 * trips) / Math.max(3600, endSeconds - beginSeconds);
      if (anHour <= MOST_TRIPS_AN_HOUR) return;
      list.error(
        'scene.too-many',
        [...path, 'trips'],
        `expected at most ${MOST_TRIPS_AN_HOUR} an hour, found ${anHour}`,
      );
    });
  });
}
