/** Flows of energy from source to end, on the flagship. */
import { type EnergyState, energyDomain } from '../../../sim/domains/energy';
import { loadSolverInNode } from '../../../sim/hosts/solver/load-in-node';
import { type AnyDomain, innerNodes, nodeBalance } from '../../../sim/ports';
import { createEngine, deskInPlace } from '../../../sim/runtime';
import { defaultScenario } from '../../../sim/scenarios';
import { sceneOf } from '../../domains/energy/scenes';
import type { AcceptLine } from '../line';

const HOURS = 6;
const spells = [
  { name: 'a winter morning', startDay: 15, startSeconds: 5 * 3_600 },
  { name: 'a summer afternoon', startDay: 205, startSeconds: 12 * 3_600 },
];

export const flows: AcceptLine = {
  name: 'Sankey data',
  goal: 'at any moment and over any window, conserving at every node (1e-6 relative, every step); nothing closed by a remainder',
  async measure({ root, say }) {
    const scene = sceneOf('eco-park', undefined, root);
    const linear = await loadSolverInNode();
    const found: { name: string; worst: number; node: string; drawnMwh: number; links: number; nodes: number }[] = [];
    for (const { name, ...when } of spells) {
      let worst = 0;
      let node = '';
      let last: EnergyState | undefined;
      const watched: AnyDomain = {
        ...energyDomain,
        step(state, context) {
          energyDomain.step(state, context);
          last = state;
          for (const each of innerNodes(state.flows.links)) {
            const { off, moved } = nodeBalance(state.flows.links, state.flows.kw, each);
            const share = Math.abs(off) / Math.max(1, moved);
            if (share <= worst) continue;
            worst = share;
            node = each;
          }
        },
      };
      const scenario = { ...defaultScenario('eco-park'), domains: ['energy'], ...when };
      createEngine({ scene, scenario, domains: [watched], desk: deskInPlace([watched], { linear }) }).runTo(
        HOURS * 3_600,
      );
      const { links, kwh } = last!.flows;
      const used = kwh.filter((value, i) => value !== 0 && links[i].from !== 'unserved').length;
      const drawnMwh = links.reduce((sum, { from }, i) => (from === 'electricity' ? sum + kwh[i] : sum), 0) / 1_000;
      found.push({ name, worst, node, drawnMwh, links: used, nodes: innerNodes(links).length });
      say(`  ${name}`);
    }
    const text = found.map(
      ({ name, worst, node, drawnMwh, links, nodes }) =>
        `${name}: ${links} links, ${nodes} inner nodes, ${drawnMwh.toFixed(0)} MWh of electricity, worst ${worst.toExponential(1)} at ${node}`,
    );
    return {
      held: found.every(({ worst }) => worst < 1e-6),
      reached: text.join('; '),
      how: `${HOURS} hours each of the whole flagship, every link from what the step itself computed: power flow, machines, stores with their losses, water in pipes. \`run --json\` tells the same as \`sankey\`, from any time on with --sankey-from`,
    };
  },
};
