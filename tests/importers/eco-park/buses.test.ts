import { describe, expect, it } from 'vitest';
import { lengthOf, pointAt } from '../../../sim/importers/geometry/polyline';
import { distance } from '../../../sim/importers/geometry/vector';
import { parseTransitPlan } from '../../../sim/importers/plan/kerbside';
import { placeBusLines } from '../../../sim/importers/plan/kerbside/bus-stops';
import { busTurns, takesBuses, wayOf } from '../../../sim/importers/plan/kerbside/bus-ways';
import { ecoPark, planFiles } from './scene-files';

const scene = ecoPark();
const roads = scene.roads!;
const plan = (() => {
  const parsed = parseTransitPlan(JSON.parse(planFiles.get('transit.json')!));
  if (!parsed.ok) throw new Error(parsed.problems[0].message);
  return parsed.value;
})();

const edges = new Map(roads.edges.map((edge) => [edge.id, edge]));
const edgeOfLane = new Map(roads.edges.flatMap((edge) => edge.lanes.map((lane) => [lane.id, edge] as const)));
const stops = new Map(roads.stops.map((stop) => [stop.id, stop]));
const edgeOfStop = (id: string) => edgeOfLane.get(stops.get(id)!.lane)!;
const onward = busTurns(roads);

/** Stop after stop of every line, and from the last to the first again. */
const hops = roads.busLines.flatMap(({ id, stops: served }) =>
  served.map((from, k) => ({ line: id, from, to: served[(k + 1) % served.length] })),
);

/** The way that takes a bus least time at the limit, lane permissions kept; it leaves the edge before it comes back. */
function quickestWay(from: string, to: string): string[] | undefined {
  const secondsTo = new Map<string, number>();
  const done = new Set<string>();
  const open: { edge: string; seconds: number; way: string[] }[] = [{ edge: from, seconds: 0, way: [from] }];
  while (open.length > 0) {
    const nearest = open.reduce((best, one, k) => (one.seconds < open[best].seconds ? k : best), 0);
    const { edge, seconds, way } = open.splice(nearest, 1)[0];
    if (edge === to && way.length > 1) return way;
    if (done.has(edge)) continue;
    if (way.length > 1) done.add(edge);
    for (const next of onward.get(edge) ?? []) {
      const { shape, speedLimitMps } = edges.get(next)!;
      const later = seconds + lengthOf(shape) / speedLimitMps;
      if (later >= (secondsTo.get(next) ?? Number.POSITIVE_INFINITY)) continue;
      secondsTo.set(next, later);
      open.push({ edge: next, seconds: later, way: [...way, next] });
    }
  }
  return undefined;
}

describe('buses of the eco-park', () => {
  it('run on six to eight lines, every six to twelve minutes, from morning to night', () => {
    expect(roads.busLines.length).toBeGreaterThanOrEqual(6);
    expect(roads.busLines.length).toBeLessThanOrEqual(8);
    for (const { headwaySeconds, firstSeconds, lastSeconds } of roads.busLines) {
      expect(headwaySeconds).toBeGreaterThanOrEqual(360);
      expect(headwaySeconds).toBeLessThanOrEqual(720);
      expect(lastSeconds - firstSeconds).toBeGreaterThan(12 * 3600);
    }
  });

  it('stop in the kerb lane, 25 m or more behind a junction and clear of the stop line', () => {
    for (const { lane, atM, lengthM } of roads.stops) {
      const edge = edgeOfLane.get(lane)!;
      const kerb = edge.lanes.find(takesBuses)!;
      expect(lane).toBe(kerb.id);
      expect(['arterial', 'collector', 'local']).toContain(edge.class);
      expect(atM - lengthM).toBeGreaterThanOrEqual(25);
      expect(lengthOf(kerb.shape) - atM).toBeGreaterThanOrEqual(30);
    }
  });

  it('find a way from every stop to the next and from the last to the first, and the quickest is the one drawn', () => {
    const drawn = plan.lines.map((line) => {
      const way = wayOf(line, roads, onward);
      return way.ok ? way.value.map(({ edge }) => edge.id) : [];
    });
    const strayed: string[] = [];
    for (const { line, from, to } of hops) {
      const way = drawn[plan.lines.findIndex(({ id }) => id === line)];
      const quickest = quickestWay(edgeOfStop(from).id, edgeOfStop(to).id);
      const twice = [...way, ...way];
      const begin = twice.indexOf(edgeOfStop(from).id);
      if (quickest?.join() !== twice.slice(begin, begin + (quickest?.length ?? 0)).join())
        strayed.push(`${line} ${to}`);
    }
    expect(strayed).toEqual([]);
  });

  it('stop every 350 to 600 m, and a few times up to 630 m on the way round a terminus', () => {
    const apartM = hops.map(({ from, to }) => {
      const way = quickestWay(edgeOfStop(from).id, edgeOfStop(to).id)!;
      return way.slice(0, -1).reduce((sum, edge) => sum + lengthOf(edges.get(edge)!.shape), 0);
    });
    expect(Math.min(...apartM)).toBeGreaterThanOrEqual(350);
    expect(Math.max(...apartM)).toBeLessThanOrEqual(630);
    expect(apartM.filter((one) => one > 600).length).toBeLessThanOrEqual(4);
  });

  it('leave from the depot, pass the hospital, the centre and homes, and every stop is somebody’s', () => {
    const depot = scene.services!.depots.find(({ kind }) => kind === 'bus')!;
    const hospital = scene.services!.hospitals[0];
    const at = roads.stops.map((stop) => pointAt(edgeOfLane.get(stop.lane)!.lanes[0].shape, stop.atM));
    for (const place of [depot.at, hospital.at]) {
      expect(Math.min(...at.map((stop) => distance(stop, place)))).toBeLessThan(250);
    }
    const homes = scene.buildings!.buildings.filter(({ use }) => use === 'housing');
    const walked = homes.filter(({ outline }) => at.some((stop) => distance(stop, outline[0]) <= 500));
    expect(walked.length / homes.length).toBeGreaterThan(0.95);
    const served = new Set(roads.busLines.flatMap((line) => line.stops));
    expect(roads.stops.filter(({ id }) => !served.has(id))).toEqual([]);
  });
});

describe('a bus line as it is drawn', () => {
  const [first] = plan.lines;
  const problemsOf = (line: typeof first) => {
    const placed = placeBusLines({ ...plan, lines: [line] }, roads);
    return placed.ok ? [] : placed.problems.map(({ code, path }) => `${code} ${path.join('.')}`);
  };
  const withLeg = (k: number, leg: Partial<(typeof first.legs)[number]>) => ({
    ...first,
    legs: first.legs.map((one, l) => (k === l ? { ...one, ...leg } : one)),
  });

  it('comes back to where it began', () => {
    expect(problemsOf(first)).toEqual([]);
    expect(problemsOf({ ...first, legs: first.legs.slice(0, 2) })).toContain('plan.not-closed lines.0.legs.1.to');
  });

  it('keeps to streets that lead there, to turns that there are, and to stops on its way', () => {
    expect(problemsOf(withLeg(0, { street: 'huwan' }))[0]).toBe('plan.no-way lines.0.legs.0');
    expect(problemsOf(withLeg(0, { stops: ['huwan-wutong'] }))).toEqual(['plan.not-passed lines.0.legs.0.stops.0']);
    const back = { street: 'gaosi', to: 'gaosi-cangchu' };
    expect(problemsOf({ ...first, legs: [first.legs[0], back] })).toContain('plan.no-turn lines.0.legs.0');
  });

  it('does not stop where a junction leaves no room', () => {
    const short = { ...first, legs: withLeg(3, { stops: ['tuanjie-xigu'] }).legs };
    expect(problemsOf(short)).toEqual(['plan.no-room lines.0.legs.3.stops']);
  });
});
