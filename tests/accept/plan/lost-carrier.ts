/** Row 18 of the systems: a carrier that is lost moves its load to others, and the flows close at every node. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type FlowLink, innerNodes, nodeBalance } from '../../../sim/ports';
import type { RunResult } from '../../../sim/studies';
import type { AcceptLine, AcceptTools } from '../line';
import { answer } from '../traffic/cityloom';

const HOUR_S = 3_600;
const KWH_PER_MWH = 1_000;

export const lostCarrier: AcceptLine = {
  name: 'systems 18: a carrier is lost',
  goal: 'losing gas moves load to electricity and the ground; energy flows conserve at every node (1e-6 relative)',
  async measure(tools) {
    const plain = runDay(tools, []);
    const shut = { id: 'shut', kind: 'gas-shortage', targets: [], settings: { pressure: 0 } };
    const lost = runDay(tools, [{ ...shut, fromSeconds: 6 * HOUR_S, untilSeconds: null }]);
    const mwh = (of: RunResult, name: keyof RunResult['totals']) =>
      (of.totals[name]?.value ?? Number.NaN) / KWH_PER_MWH;
    const both = (name: keyof RunResult['totals']) => `${mwh(plain, name).toFixed(0)} → ${mwh(lost, name).toFixed(0)}`;
    const worst = Math.max(worstBalance(plain), worstBalance(lost));
    const moved =
      mwh(lost, 'energy.gas') < 0.5 * mwh(plain, 'energy.gas') &&
      mwh(lost, 'energy.imported-electricity') > mwh(plain, 'energy.imported-electricity') &&
      mwh(lost, 'energy.ambient-heat') > mwh(plain, 'energy.ambient-heat');
    return {
      held: moved && worst < 1e-6,
      reached: `MWh of a January day: gas ${both('energy.gas')}, power from above ${both('energy.imported-electricity')}, engines ${both('energy.engine-electricity')}, heat from ground and air ${both('energy.ambient-heat')}; heat that did not come ${both('energy.unserved-heat')}; worst node off by ${worst.toExponential(1)}`,
      how: 'the flagship in quarter hours, gates shut from six in the morning; the Sankey of `run --json`',
    };
  },
};

function runDay(tools: AcceptTools, interventions: readonly object[]): RunResult {
  const file = join(tools.scratch, 'a-day.json');
  const day = { startDay: 15, startSeconds: 0, durationSeconds: 24 * HOUR_S };
  const kind = { format: 'cityloom-scenario', version: 1, scene: 'eco-park' };
  writeFileSync(
    file,
    JSON.stringify({ ...kind, ...day, domains: ['energy'], stepSeconds: { energy: 900 }, interventions }),
  );
  return answer(tools, 'run', 'eco-park', '--scenario', file).document;
}

function worstBalance({ sankey }: RunResult): number {
  const links = (sankey?.links ?? []) as readonly (FlowLink & { readonly kwh: number })[];
  const kwh = Float64Array.from(links, (each) => each.kwh);
  return Math.max(
    ...innerNodes(links).map((node) => {
      const { off, moved } = nodeBalance(links, kwh, node);
      return Math.abs(off) / Math.max(1, moved);
    }),
  );
}
