/**
 * A small drainage model of pyswmm's collection (BSD-2) with the report that EPA SWMM 5.2.4 wrote of it, and the same model
 * run by our drains. Read here and nowhere else; absent on other machines.
 */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import {
  createDrainNetwork,
  createDrainState,
  createDrainWork,
  createRunoff,
  findDepths,
  heldM,
  infiltratedM,
  stepDrains,
  stepRunoff,
} from '../../../sim/networks/drains';

const WITHIN = 'shared/data/tunnel/swmm';
const MM = 1e-3;
const MM_PER_H = 1e-3 / 3_600;
const HA = 1e4;

export function swmmBeside(start: string): string {
  let at = start;
  while (!existsSync(join(at, WITHIN)) && dirname(at) !== at) at = dirname(at);
  return join(at, WITHIN);
}

export const hasSwmm = (folder: string): boolean => existsSync(join(folder, 'model_rain.inp'));

function sections(text: string): Map<string, string[][]> {
  const found = new Map<string, string[][]>();
  let rows: string[][] = [];
  for (const line of text.split(/\r?\n/)) {
    const bare = line.replace(/;.*/, '').trim();
    const head = /^\[(\w+)\]$/.exec(bare);
    if (head !== null) {
      rows = [];
      found.set(head[1].toUpperCase(), rows);
    } else if (bare !== '') rows.push(bare.split(/\s+/));
  }
  return found;
}

export interface DrainFigures {
  readonly peakRunoff: number;
  readonly peakOut: number;
  readonly depthM: number;
  readonly runoffM3: number;
  readonly infiltrationMm: number;
  readonly outM3: number;
  readonly storedM3: number;
  /** Of all that came in. */
  readonly routingError: number;
  readonly runoffError: number;
}

export function readReport(folder: string): DrainFigures {
  const text = readFileSync(join(folder, 'model_rain.rpt'), 'latin1');
  const all = (label: RegExp): number[] => {
    const line = text.split(/\r?\n/).find((each) => label.test(each));
    if (line === undefined) throw new Error(`met a report without ${label}`);
    return (line.replace(label, '').match(/-?\d+\.?\d*/g) ?? []).map(Number);
  };
  const last = (values: readonly number[]) => values[values.length - 1];
  const errors = text.split(/\r?\n/).filter((each) => each.includes('Continuity Error'));
  const percent = (line: string) => Number(/(-?\d+\.\d+)\s*$/.exec(line)?.[1]) / 100;
  const subcatchment = all(/^\s*S2\s/);
  const outfall = all(/^\s*Out1\s+[\d.]+\s+[\d.]+\s+[\d.]+\s+[\d.]+\s*$/.exec(text) ? /^$/ : /^\s*System\s/);
  return {
    peakRunoff: subcatchment[subcatchment.length - 2],
    runoffM3: 1_000 * subcatchment[subcatchment.length - 3],
    infiltrationMm: subcatchment[3],
    peakOut: outfall[2],
    outM3: 1_000 * outfall[3],
    depthM: all(/^\s*J1\s+JUNCTION/)[1],
    storedM3: 1_000 * last(all(/Final Stored Volume \.+/)),
    runoffError: percent(errors[0]),
    routingError: percent(errors[1]),
  };
}

const secondsOf = (clock: string): number => {
  const [h, m, s = 0] = clock.split(':').map(Number);
  return 3_600 * h + 60 * m + s;
};

/** The model of the .inp by our runoff and our drains. */
export function runModel(folder: string, stepS = 0.5): DrainFigures {
  const inp = sections(readFileSync(join(folder, 'model_rain.inp'), 'utf8'));
  const rows = (name: string) => inp.get(name) ?? [];
  const option = (name: string) => rows('OPTIONS').find(([key]) => key === name)?.[1] as string;
  const [catchment] = rows('SUBCATCHMENTS');
  const [areaHa, impervious, width, slope] = catchment.slice(3).map(Number);
  const subarea = rows('SUBAREAS')[0].slice(1).map(Number);
  const [nImpervious, nPervious, sImpervious, sPervious, percentZero] = subarea;
  const [suctionMm, conductivity, deficit] = rows('INFILTRATION')[0].slice(1).map(Number);
  const areaM2 = areaHa * HA;
  const paved = impervious / 100;
  const runs = (n: number, share: number) => (width * Math.sqrt(slope / 100)) / (share * areaM2 * n);
  const smooth = percentZero / 100;
  const grounds = [
    { share: paved * smooth, runs: runs(nImpervious, paved), hollowsM: 0 },
    { share: paved * (1 - smooth), runs: runs(nImpervious, paved), hollowsM: sImpervious * MM },
    {
      share: 1 - paved,
      runs: runs(nPervious, 1 - paved),
      hollowsM: sPervious * MM,
      soil: { suctionM: suctionMm * MM, conductivityMps: conductivity * MM_PER_H, deficit },
    },
  ];
  const names = [...rows('JUNCTIONS'), ...rows('STORAGE')].map(([name]) => name);
  const bottom = new Map(
    [...rows('JUNCTIONS'), ...rows('STORAGE'), ...rows('OUTFALLS')].map((r) => [r[0], Number(r[1])]),
  );
  const cells = names.map((name) => {
    const basin = rows('STORAGE').find(([each]) => each === name);
    return { bottomM: bottom.get(name) as number, areaM2: basin === undefined ? 1.14 : Number(basin[5]) };
  });
  // Long pipes are cut so that a wave keeps its shape.
  const links: Parameters<typeof createDrainNetwork>[1][number][] = [];
  for (const [id, from, to, length, roughness] of rows('CONDUITS')) {
    const diameterM = Number(rows('XSECTIONS').find(([name]) => name === id)?.[2]);
    const parts = 8;
    const z = [from, to].map((name) => bottom.get(name) as number);
    let before = names.indexOf(from);
    for (let k = 1; k <= parts; k++) {
      const endM = z[0] + ((z[1] - z[0]) * k) / parts;
      const last = names.indexOf(to) >= 0 ? names.indexOf(to) : -1;
      const next = k === parts ? last : cells.push({ bottomM: endM, areaM2: 0.1 }) - 1;
      links.push({
        from: before,
        to: next,
        endM,
        lengthM: Number(length) / parts,
        manning: Number(roughness),
        diameterM,
      });
      before = next;
    }
  }
  const network = createDrainNetwork(cells, links, stepS);
  const state = createDrainState(network);
  const work = createDrainWork(network, 1);
  const ground = createRunoff(grounds);
  const base = Number(rows('DWF')[0][2]);
  const interval = 3_600 * Number(rows('RAINGAGES')[0][2].split(':')[0]);
  const rain = rows('TIMESERIES').map(([, clock, value]) => [secondsOf(clock), Number(value) * MM_PER_H]);
  const rainAt = (t: number) => rain.find(([from]) => t >= from && t < from + interval)?.[1] ?? 0;
  const endS = secondsOf(option('END_TIME'));
  let fell = 0;
  let ran = 0;
  let came = 0;
  let outM3 = 0;
  let [peakRunoff, peakOut, depthM] = [0, 0, 0];
  for (let t = 0; t < endS; t += stepS) {
    fell += rainAt(t) * stepS;
    const off = stepRunoff(grounds, ground, rainAt(t), stepS) * areaM2;
    ran += off;
    came += off + base * stepS;
    state.waterM3[0] += off + base * stepS;
    findDepths(network, state);
    depthM = Math.max(depthM, state.depthM[0]);
    stepDrains(network, state, work, Float64Array.of(-1e3));
    outM3 += work.leftM3[0];
    peakRunoff = Math.max(peakRunoff, off / stepS);
    peakOut = Math.max(peakOut, work.leftM3[0] / stepS);
  }
  const storedM3 = state.waterM3.reduce((a, b) => a + b, 0);
  const groundM = heldM(grounds, ground) + infiltratedM(grounds, ground);
  return {
    peakRunoff,
    peakOut,
    depthM,
    runoffM3: ran,
    infiltrationMm: 1_000 * infiltratedM(grounds, ground),
    outM3,
    storedM3,
    routingError: (came - outM3 - storedM3) / came,
    runoffError: (fell - groundM - ran / areaM2) / fell,
  };
}
