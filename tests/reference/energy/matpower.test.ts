import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createPowerFlow, createPowerNetwork, reconfigure, screenOutages } from '../../../sim/networks/power';
import {
  answerTo,
  caseNames,
  compare,
  folder,
  hasCases,
  joined,
  openCase,
  outageAnswers,
  TOLERANCE_LOSS,
  TOLERANCE_VA_DEG,
  TOLERANCE_VM,
} from './matpower';

describe.skipIf(!hasCases)('MATPOWER’s answers (skipped where its cases are absent)', () => {
  it.each(caseNames())('%s: every voltage, angle, flow and loss, by every method that applies', (name) => {
    const { given, network } = openCase(name);
    const answer = answerTo(name);
    for (const method of ['newton', 'auto'] as const) {
      const flow = createPowerFlow(network);
      expect(flow.solve({ method }).state).toBe('converged');
      const off = compare(flow, given.baseMva, answer);
      expect(off.vmPu).toBeLessThan(TOLERANCE_VM);
      expect(off.vaDeg).toBeLessThan(TOLERANCE_VA_DEG);
      expect(off.lossP).toBeLessThan(TOLERANCE_LOSS);
      expect(off.lossQ).toBeLessThan(TOLERANCE_LOSS);
      expect(off.flowMva).toBeLessThan(1e-4);
    }
  });

  it('all outages of case118: nine split the network, the others lose and sag as MATPOWER says', () => {
    const { given, network } = openCase('case118');
    const answers = outageAnswers();
    const outages = [...screenOutages(network)];
    expect(outages.length).toBe(186);
    expect(outages.filter(({ splits }) => splits).length).toBe(9);
    outages.forEach((outage, i) => {
      const answer = answers[i];
      expect(outage.splits).toBe(answer.islands > 1);
      if (answer.islands > 1) return;
      expect(Math.abs((outage.seriesLossP * given.baseMva) / answer.lossMw - 1)).toBeLessThan(1e-7);
      expect(Math.abs(outage.lowestVm - answer.lowestVm)).toBeLessThan(TOLERANCE_VM);
      expect(String(given.bus[outage.lowestBus][0])).toBe(answer.lowestBus);
    });
  });

  it('the 33-bus feeder: 202.677 kW and 0.91309 at bus 18 as it is, 139.5513 kW as found', () => {
    const { given, network } = openCase('case33bw');
    const flow = createPowerFlow(network);
    flow.solve();
    expect(flow.losses().seriesP * given.baseMva * 1000).toBeCloseTo(202.677, 3);
    expect(flow.results.vm[17]).toBeCloseTo(0.91309, 5);
    expect(Math.min(...flow.results.vm)).toBe(flow.results.vm[17]);
    const found = reconfigure(network)!;
    const answer = JSON.parse(readFileSync(join(folder, 'case33bw_reconfigured.solution.json'), 'utf8'));
    expect(Math.abs((found.seriesLossP * given.baseMva * 1000) / answer.P_loss_kW - 1)).toBeLessThan(TOLERANCE_LOSS);
    const pairs = found.open.map((k) => `${given.branch[k][0]}-${given.branch[k][1]}`).sort();
    expect(pairs).toEqual(answer.open_branches.map((ends: number[]) => ends.join('-')).sort());
    network.closed.set(found.closed);
    flow.solve();
    flow.results.vm.forEach((vm, i) => {
      expect(Math.abs(vm - answer.Vm_pu[i])).toBeLessThan(TOLERANCE_VM);
    });
  });

  it('ten of case1354pegase tied together are solved like one', () => {
    const network = joined(openCase('case1354pegase').network, 10, createPowerNetwork);
    const flow = createPowerFlow(network);
    expect(flow.solve().state).toBe('converged');
    const { balanceP } = flow.results;
    const { injectedP, heldAs } = flow.voltages;
    for (let i = 0; i < network.busCount; i++)
      if (heldAs[i] !== 3) expect(Math.abs(balanceP[i] - injectedP[i])).toBeLessThan(1e-7);
  });
});
