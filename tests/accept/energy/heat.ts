/** Heat and cold in pipes: what others have worked out, what follows from a pipe alone, and what the city's loops do. */
import { stepThermalNetwork } from '../../../sim/networks/heat';
import { ecoParkLoops } from '../../networks/heat/eco-park-loops';
import { stepBalance } from '../../networks/heat/made-loop';
import { compareWithAnalytic } from '../../reference/heat/analytic';
import { hasHeatReferences, heatReferencesBeside } from '../../reference/heat/folder';
import { publishedKilometreK, standingDecayHours, stepResponse } from '../../reference/heat/known-answers';
import { compareWithOpenModelica } from '../../reference/heat/open-modelica';
import type { AcceptLine } from '../line';

const PUBLISHED_K = 320.9163141;

export const heatReferences: AcceptLine = {
  name: 'heat references',
  goal: 'analytic pipe temperatures, tee, mesh, and others of that collection unseen: within 0.05 K',
  async measure(tools) {
    const folder = heatReferencesBeside(tools.root);
    if (!hasHeatReferences(folder)) return { held: false, reached: `no references in ${folder}`, how: '' };
    const analytic = compareWithAnalytic(folder);
    const modelica = compareWithOpenModelica(folder);
    const all = [...analytic, ...modelica];
    const said = (rows: typeof all) =>
      rows.map(({ name, worstK }) => `${name} ${worstK.toExponential(1)} K`).join(', ');
    return {
      held: analytic.length >= 4 && modelica.length >= 4 && all.every(({ worstK }) => worstK < 0.05),
      reached: `formula: ${said(analytic)}; OpenModelica: ${said(modelica)}`,
      how: 'every case that lies in the folder of pandapipes’ networks; flows as told there; for OpenModelica water of IF97 and as many well-mixed volumes as it has',
    };
  },
};

export const kilometreOfPipe: AcceptLine = {
  name: 'heat after a kilometre',
  goal: '320.9163 K within 1e-3 K',
  async measure() {
    const rows = [
      { pipes: 1, stepS: 60 },
      { pipes: 8, stepS: 900 },
    ].map(({ pipes, stepS }) => ({ pipes, stepS, kelvin: publishedKilometreK(pipes, stepS) }));
    return {
      held: rows.every(({ kelvin }) => Math.abs(kelvin - PUBLISHED_K) < 1e-3),
      reached: rows.map(({ pipes, stepS, kelvin }) => `${kelvin.toFixed(6)} K (${pipes} × ${stepS} s)`).join(', '),
      how: 'parcels of water moved until it has settled, in one pipe and in eight; the settled solver is in the line above',
    };
  },
};

export const heatFront: AcceptLine = {
  name: 'heat step of 30 K into 1 km at 0.5 m/s',
  goal: 'nothing before 1,950 s, half at 2,000 s, 10–90 % within 60 s; flow stopped: decay time 82 h in a DN150',
  async measure() {
    const fronts = [
      { pipes: 1, stepS: 60 },
      { pipes: 10, stepS: 60 },
      { pipes: 40, stepS: 900 },
    ].map((of) => ({ ...of, ...stepResponse(of.pipes, of.stepS) }));
    const hours = standingDecayHours(60);
    return {
      held:
        fronts.every(
          ({ firstS, tenthS, halfS, nineTenthsS }) =>
            firstS >= 1_950 && Math.abs(halfS - 2_000) < 1 && nineTenthsS - tenthS <= 60,
        ) && Math.abs(hours - 82) < 1,
      reached: `${fronts.map(({ pipes, stepS, firstS, halfS, tenthS, nineTenthsS }) => `${pipes} pipes, steps of ${stepS} s: first at ${firstS.toFixed(0)} s, half at ${halfS.toFixed(0)} s, 10–90 % in ${(nineTenthsS - tenthS).toFixed(0)} s`).join('; ')}; standing ${hours.toFixed(2)} h`,
      how: 'times within a step are those of the parcels that come out; U′ 0.25 W/mK for the water that stands',
    };
  },
};

export const thermalLoops: AcceptLine = {
  name: 'the flagship’s heat and cooling loops',
  goal: 'supply and return, ≥ 18 hot and 10 cold loops: every step’s heat closed to 1e-9, a step of all in ≤ 3 ms',
  async measure(tools) {
    const loops = ecoParkLoops(tools.root);
    let worst = 0;
    const taken: number[] = [];
    for (let step = 0; step < 400; step++) {
      let ms = 0;
      for (const { net } of loops) {
        const share = 0.5 + 0.3 * Math.sin(step / 15);
        net.inputs.demandW.set(net.plan.designW.map((watts, i) => watts * share * (0.9 + 0.02 * ((i + step) % 10))));
        const seconds = step % 2 === 0 ? 60 : 900;
        const left = stepBalance(net, seconds, () => {
          const from = performance.now();
          stepThermalNetwork(net, seconds);
          ms += performance.now() - from;
        });
        worst = Math.max(worst, left);
      }
      if (step >= 100) taken.push(ms);
    }
    taken.sort((a, b) => a - b);
    const median = taken[taken.length >> 1];
    const cold = loops.filter(({ net }) => net.sense < 0).length;
    return {
      held: loops.length - cold >= 18 && cold >= 10 && worst < 1e-9 && median <= 3,
      reached: `${loops.length - cold} hot, ${cold} cold; worst step ${worst.toExponential(1)} off; ${median.toFixed(2)} ms a step`,
      how: 'given − taken − lost − stored by all that was held and given, demand between a fifth and nine tenths of what the pumps carry; median of 300 steps of 60 and 900 s',
    };
  },
};
