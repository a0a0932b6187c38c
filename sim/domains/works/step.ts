/**
 * Which streets are dug up today. Each line in each street is dug up at its rate, for whole days, drawn by the street's name:
 * two runs of one seed have the same works but for those that a gallery spares. They are drawn only where a change asks for
 * everyday works. A gallery that is being built opens its own trench, stretch by stretch; whoever mends what has burst opens a
 * pit.
 */
import { exp, streamOf } from '../../kernel';
import type { StepContext } from '../../ports';
import { lineKinds } from '../../scene/compile/buried-lines';
import { DAYS_PER_DIG, DAYS_PER_YEAR, DIGS_PER_KM_YEAR } from './economics';
import { onRoad, sumGalleries } from './galleries';
import { FREE_MPS, takeLanes } from './lanes';
import type { WorksRun, WorksState } from './state';

const PITS = ['water.street-pit', 'energy.street-pit'] as const;
export const worksReads = ['energy.freed-land', ...PITS] as const;
export const worksWrites = ['works.lane-limit'] as const;
export type WorksContext = StepContext<(typeof worksReads)[number], (typeof worksWrites)[number]>;

const DIGS = streamOf('works.dig');
const BEGINS = streamOf('works.begin');
const SIDES = streamOf('works.side');
const SECONDS_PER_DAY = 86_400;
const M_PER_KM = 1_000;

export function stepWorks(state: WorksState, context: WorksContext): void {
  const { run, settings } = state;
  if (run === null) return;
  const { at, derived } = run;
  const day = Math.floor((settings.startSeconds + context.seconds) / SECONDS_PER_DAY) + (settings.startDay ?? 1);
  const [freedMu] = context.read('energy.freed-land');
  const isPitNews = openPits(state, run, context);
  if (day !== at.day || freedMu !== at.freedMu || derived.isDue) {
    at.day = day;
    at.freedMu = freedMu;
    derived.isDue = false;
    derived.sum = sumGalleries(run, state.knobs);
    digUp(state, run, context);
    openTrenches(state, run, context);
    tellLanes(state, run, context);
  } else if (isPitNews) tellLanes(state, run, context);
  at.siteDays += (sitesOpen(run) * context.stepSeconds) / SECONDS_PER_DAY;
}

export function sitesOpen({ open, trench, pit }: WorksRun): number {
  let count = 0;
  for (const each of pit) if (each !== 0) count++;
  for (const each of open) if (each !== 0) count++;
  for (const each of trench) if (each !== 0) count++;
  return count;
}

function digUp({ knobs, scene }: WorksState, run: WorksRun, context: WorksContext): void {
  const { lines, open, openEdge, at } = run;
  const { values, causes } = knobs['city.street-works'];
  const timesUsual = Number.isNaN(values[0]) ? 0 : values[0];
  const { ids } = scene.elements.edge;
  for (let road = 0; road < lines.roadCount; road++) {
    const inUse = onRoad(run, knobs, 'edge.gallery-in-use', road) > 0;
    const moved = inUse ? onRoad(run, knobs, 'edge.gallery-lines', road) : 0;
    for (let kind = 0; kind < lineKinds.length; kind++) {
      const site = road * lineKinds.length + kind;
      const spared = ((moved >> kind) & 1) === 1;
      const edge = spared ? -1 : dugToday(run, context, site, timesUsual, at.day);
      if (edge === openEdge[site]) continue;
      if (open[site] !== 0) context.happen('works.made-good', ids[openEdge[site]], causesOf(open[site] - 1), {});
      open[site] = edge < 0 ? 0 : context.happen('works.dug-up', ids[edge], causesOf(causes[0]), { line: kind }) + 1;
      openEdge[site] = edge;
    }
  }
}

/** The edge that a line's works hold on a day, −1 where there are none. */
function dugToday({ lines, key }: WorksRun, { luck }: WorksContext, site: number, timesUsual: number, day: number) {
  const km = lines.buriedM[site] / M_PER_KM;
  if (km === 0 || timesUsual === 0) return -1;
  const begins = Math.floor(DAYS_PER_DIG * luck.uniform(BEGINS, 0, key[site]));
  const turn = Math.floor((day + begins) / DAYS_PER_DIG);
  const expected = (timesUsual * DIGS_PER_KM_YEAR * km * DAYS_PER_DIG) / DAYS_PER_YEAR;
  if (luck.uniform(DIGS, turn, key[site]) >= 1 - exp(-expected)) return -1;
  const road = Math.floor(site / lineKinds.length);
  const other = lines.secondEdge[road];
  return other >= 0 && luck.uniform(SIDES, turn, key[site]) < 0.5 ? other : lines.firstEdge[road];
}

function openTrenches({ knobs, scene }: WorksState, run: WorksRun, context: WorksContext): void {
  const { lines, trench } = run;
  const { ids } = scene.elements.edge;
  for (let road = 0; road < lines.roadCount; road++) {
    const wanted = onRoad(run, knobs, 'edge.gallery-works', road) > 0;
    if (wanted === (trench[road] !== 0)) continue;
    const edge = lines.firstEdge[road];
    const cause = knobs['edge.gallery-works'].causes[edge];
    if (wanted) trench[road] = context.happen('works.trench-opened', ids[edge], causesOf(cause), {}) + 1;
    else {
      context.happen('works.trench-closed', ids[edge], causesOf(trench[road] - 1), {});
      trench[road] = 0;
    }
  }
}

/** Pits of those who mend mains of water, heat and cold; answers whether one was opened or filled in. */
function openPits({ scene }: WorksState, { pit }: WorksRun, context: WorksContext): boolean {
  const wanted = PITS.map((port) => ({ values: context.read(port), causes: context.readCauses(port) }));
  const { ids } = scene.elements.edge;
  let isNews = false;
  for (let edge = 0; edge < pit.length; edge++) {
    const digger = wanted.find(({ values }) => values[edge] >= 0.5);
    const isWanted = digger !== undefined;
    if (isWanted === (pit[edge] !== 0)) continue;
    isNews = true;
    if (isWanted) pit[edge] = context.happen('works.pit-opened', ids[edge], causesOf(digger.causes[edge]), {}) + 1;
    else {
      context.happen('works.pit-closed', ids[edge], causesOf(pit[edge] - 1), {});
      pit[edge] = 0;
    }
  }
  return isNews;
}

function tellLanes({ knobs, scene }: WorksState, run: WorksRun, context: WorksContext): void {
  const { lines, open, openEdge, trench, pit } = run;
  const limitMps = context.write('works.lane-limit').fill(FREE_MPS);
  const causes = context.writeCauses('works.lane-limit').fill(0);
  const told = { limitMps, causes };
  for (let site = 0; site < open.length; site++) {
    if (open[site] !== 0) takeLanes(scene.roads, openEdge[site], 1, open[site] - 1, told);
  }
  for (let edge = 0; edge < pit.length; edge++) {
    if (pit[edge] !== 0) takeLanes(scene.roads, edge, 1, pit[edge] - 1, told);
  }
  for (let road = 0; road < lines.roadCount; road++) {
    if (trench[road] === 0) continue;
    const lanes = onRoad(run, knobs, 'edge.gallery-works', road);
    for (const edge of [lines.firstEdge[road], lines.secondEdge[road]]) {
      if (edge >= 0) takeLanes(scene.roads, edge, lanes, trench[road] - 1, told);
    }
  }
}

const causesOf = (happening: number): readonly number[] => (happening > 0 ? [happening] : []);
