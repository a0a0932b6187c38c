/** Dispatch: how quickly a day is planned, and what proves that the plan is right. */
import { join } from 'node:path';
import {
  type Aim,
  answerQuestion,
  buildModel,
  decodeAnswer,
  dispatch,
  encodeQuestion,
  hubOf,
  movedOn,
} from '../../../sim/domains/energy/dispatch';
import { compileStations } from '../../../sim/domains/energy/plants';
import { dayInputs } from '../../../sim/hosts/cli/commands/dispatch-day';
import { readSceneFiles } from '../../../sim/hosts/cli/find-scene';
import { loadSolverInNode } from '../../../sim/hosts/solver/load-in-node';
import { compileScene, readScene } from '../../../sim/scene';
import type { AcceptLine, AcceptTools } from '../line';
import { answer, percent } from '../traffic/cityloom';

interface Case {
  readonly name: string;
  readonly coldMs: number;
  readonly warmMs: number;
  readonly dispatchMs: number;
  readonly warmAgainstCold: number;
  readonly optimality: number;
  readonly roundingShare: number;
  readonly unservedKwh: number;
}

const GOAL =
  'one station LP ≤ 200 ms; ten stations × 96 steps ≤ 1.5 s cold, ≤ 150 ms warm; objective within 1e-6 of a cold solve; KKT';
let measured: readonly Case[] | undefined;

function speedLine(name: string, isOf: (each: Case) => boolean): AcceptLine {
  return {
    name,
    goal: GOAL,
    async measure(tools: AcceptTools) {
      measured ??= answer(tools, 'bench', 'dispatch').document.cases as readonly Case[];
      const cases = measured.filter(isOf);
      const worst = (figure: keyof Omit<Case, 'name'>, of = cases) => Math.max(0, ...of.map((each) => each[figure]));
      const one = cases.filter((each) => each.name.startsWith('station'));
      const held =
        worst('coldMs', one) <= 200 &&
        worst('coldMs') <= 1_500 &&
        worst('warmMs') <= 150 &&
        worst('warmAgainstCold') <= 1e-6 &&
        worst('optimality') <= 1e-6;
      const each = cases.map(
        (of) => `${of.name}: ${of.coldMs.toFixed(0)} / ${of.warmMs.toFixed(0)} / ${of.dispatchMs.toFixed(0)}`,
      );
      const proof = `warm against cold ${worst('warmAgainstCold').toExponential(1)}, worst of KKT ${worst('optimality').toExponential(1)}`;
      const whole = `rounding costs at most ${percent(worst('roundingShare'), 2)}, unserved ${worst('unservedKwh').toFixed(0)} kWh`;
      return {
        held,
        reached: `ms cold / warm / with whole machines: ${each.join('; ')}; ${proof}; ${whole}`,
        how: 'bench dispatch: processor time, solver hot, medians of six plans as the day rolls on; primal and dual feasibility, complementary slackness and duality gap by our own code from the returned prices',
      };
    },
  };
}

const isOnLine = ({ name }: Case) => name.endsWith('least cost');
export const dispatchSpeed = speedLine('dispatch by least cost: speed and proof', isOnLine);
/** Ties everywhere: what the grid's power weighs is the same at all hours. */
export const dispatchSpeedOtherAims = speedLine(
  'dispatch by least carbon and least primary energy: speed and proof',
  (each) => !isOnLine(each),
);

/** Winter and summer, three aims: every plan is asked for in bytes, of two solvers with different pasts. */
export const dispatchResumed: AcceptLine = {
  name: 'dispatch: the same plan from a saved basis, whole machines, nobody without',
  goal: 'bit for bit; no machine ever between 0 and its minimum load; no shortage on the design days',
  async measure(tools: AcceptTools) {
    const files = await readSceneFiles(join(tools.root, 'scenes/eco-park'));
    const scene = readScene(files);
    if (!scene.ok) throw new Error(scene.problems[0].message);
    const network = compileStations(compileScene(scene.value));
    const hub = hubOf(network);
    const [solver, other] = [await loadSolverInNode(), await loadSolverInNode()];
    let plans = 0;
    let different = 0;
    let between = 0;
    let missedKwh = 0;
    for (const season of ['winter', 'summer'] as const) {
      for (const aim of ['cost', 'carbon', 'primary-energy'] as Aim[]) {
        const model = buildModel(hub, 96, 0.25);
        const first = dispatch(model, { ...dayInputs(hub, season), aim }, solver);
        const basis = movedOn(model, first.basis, 1);
        const question = encodeQuestion({ network, inputs: { ...dayInputs(hub, season, 1, 1.01), aim }, basis });
        const [here, there] = [answerQuestion(question, solver), answerQuestion(question, other)];
        plans++;
        if (here.length !== there.length || here.some((byte, at) => byte !== there[at])) different++;
        const { plan, shortages } = decodeAnswer(here);
        for (const each of shortages) missedKwh += each.missedKwh;
        hub.banks.forEach(({ kind, store, minimumLoad, sizeKw }, b) => {
          if (store || kind === 'photovoltaic' || kind === 'wind-turbine') return;
          for (let at = b * 96; at < (b + 1) * 96; at++) {
            const kw = plan.outputKw[at];
            if (kw !== 0 && kw < plan.running[at] * minimumLoad * sizeKw - 1e-5) between++;
          }
        });
      }
    }
    return {
      held: different === 0 && between === 0 && missedKwh === 0,
      reached: `${plans} plans, ${different} different between two solvers, ${between} quarter-hours of a machine below its minimum, ${missedKwh.toFixed(1)} kWh unserved`,
      how: 'ten stations × 96 steps, winter and summer, three aims; the question in bytes with its basis, the answer compared byte by byte',
    };
  },
};
