/** Cases and MATPOWER's answers to them, from the reference data beside the checkout; absent on other machines. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type MatpowerCase, networkOfCase, readCase } from '../../../sim/importers/matpower';
import type { PowerFlow, PowerNetwork } from '../../../sim/networks/power';

/** What is asked of us: p.u., degrees, relative. */
export const TOLERANCE_VM = 1e-6;
export const TOLERANCE_VA_DEG = 1e-4;
export const TOLERANCE_LOSS = 1e-5;

export const folder = join(besideCheckout(import.meta.dirname), 'shared/data/energy');
export const hasCases = existsSync(join(folder, 'case14.input.json'));

/** The folder that the checkout lies in, from wherever this code has been bundled to. */
function besideCheckout(from: string): string {
  let at = from;
  while (!existsSync(join(at, 'shared/data/energy')) && dirname(at) !== at) at = dirname(at);
  return at;
}

/** Every case with an answer, smallest file first. */
export function caseNames(): string[] {
  if (!hasCases) return [];
  const size = (name: string) => readFileSync(join(folder, `${name}.input.json`)).length;
  return readdirSync(folder)
    .flatMap((file) => /^(.*)\.input\.json$/.exec(file)?.[1] ?? [])
    .filter((name) => existsSync(join(folder, `${name}.solution.json`)))
    .sort((a, b) => size(a) - size(b));
}

export function openCase(name: string): { readonly given: MatpowerCase; readonly network: PowerNetwork } {
  const read = readCase(readFileSync(join(folder, `${name}.input.json`), 'utf8'));
  if (!read.ok) throw new Error(`${name}: ${JSON.stringify(read.problems.slice(0, 3))}`);
  return { given: read.value, network: networkOfCase(read.value) };
}

export interface Answer {
  readonly P_loss_MW: number;
  readonly Q_loss_Mvar: number;
  readonly Vm_pu: readonly number[];
  readonly Va_deg: readonly number[];
  readonly Pf_MW: readonly number[];
  readonly Qf_Mvar: readonly number[];
  readonly Pt_MW: readonly number[];
  readonly Qt_Mvar: readonly number[];
}

export function answerTo(name: string): Answer {
  return JSON.parse(readFileSync(join(folder, `${name}.solution.json`), 'utf8')) as Answer;
}

export interface Differences {
  readonly vmPu: number;
  readonly vaDeg: number;
  /** Relative. */
  readonly lossP: number;
  readonly lossQ: number;
  readonly flowMva: number;
}

/** Greatest differences; NaN anywhere is the greatest of all. */
export function compare(flow: PowerFlow, baseMva: number, answer: Answer): Differences {
  const { results } = flow;
  const losses = flow.losses();
  const most = (ours: Float64Array, scale: number, theirs: readonly number[]) => {
    let worst = theirs.length === ours.length ? 0 : Number.POSITIVE_INFINITY;
    ours.forEach((value, i) => {
      const off = Math.abs(value * scale - theirs[i]);
      if (!(off <= worst)) worst = Number.isNaN(off) ? Number.POSITIVE_INFINITY : off;
    });
    return worst;
  };
  const flows = [
    most(results.pFrom, baseMva, answer.Pf_MW),
    most(results.qFrom, baseMva, answer.Qf_Mvar),
    most(results.pTo, baseMva, answer.Pt_MW),
    most(results.qTo, baseMva, answer.Qt_Mvar),
  ];
  return {
    vmPu: most(results.vm, 1, answer.Vm_pu),
    vaDeg: most(results.vaRad, 180 / Math.PI, answer.Va_deg),
    lossP: Math.abs((losses.seriesP * baseMva) / answer.P_loss_MW - 1),
    lossQ: Math.abs((losses.seriesQ * baseMva) / answer.Q_loss_Mvar - 1),
    flowMva: Math.max(...flows),
  };
}

export interface OutageAnswer {
  readonly from: string;
  readonly to: string;
  readonly islands: number;
  readonly lossMw: number;
  readonly lowestVm: number;
  readonly lowestBus: string;
}

export function outageAnswers(): OutageAnswer[] {
  const lines = readFileSync(join(folder, 'case118.n1.csv'), 'utf8').trim().split(/\r?\n/).slice(1);
  return lines.map((line) => {
    const [, from, to, islands, , lossMw, lowestVm, lowestBus] = line.split(',');
    return { from, to, islands: Number(islands), lossMw: Number(lossMw), lowestVm: Number(lowestVm), lowestBus };
  });
}

/** Copies of a case side by side, each tied to the next by two lines: a made network as large as one likes, as real as its parts. */
export function joined(
  network: PowerNetwork,
  copies: number,
  make: typeof import('../../../sim/networks/power').createPowerNetwork,
): PowerNetwork {
  const { busCount, branchCount, generatorCount } = network;
  const ties = 2 * (copies - 1);
  const whole = make(copies * busCount, copies * branchCount + ties, copies * generatorCount);
  const names = Object.keys(network).filter((name) => typeof network[name as keyof PowerNetwork] === 'object');
  for (const name of names as (keyof PowerNetwork)[]) {
    const part = network[name] as Float64Array;
    for (let c = 0; c < copies; c++) (whole[name] as Float64Array).set(part, c * part.length);
  }
  for (let c = 0; c < copies; c++) {
    for (let k = 0; k < branchCount; k++) {
      whole.from[c * branchCount + k] += c * busCount;
      whole.to[c * branchCount + k] += c * busCount;
    }
    for (let k = 0; k < generatorCount; k++) whole.generatorBus[c * generatorCount + k] += c * busCount;
    if (c === 0) continue;
    // One slack for all: the others hold their voltage alone.
    for (let i = 0; i < busCount; i++) if (whole.kind[c * busCount + i] === 3) whole.kind[c * busCount + i] = 2;
    for (let t = 0; t < 2; t++) {
      const k = copies * branchCount + 2 * (c - 1) + t;
      const at = t === 0 ? network.kind.indexOf(3) : Math.floor(busCount / 2);
      whole.from[k] = (c - 1) * busCount + at;
      whole.to[k] = c * busCount + at;
      whole.reactance[k] = 0.01;
      whole.resistance[k] = 0.001;
    }
  }
  return whole;
}
