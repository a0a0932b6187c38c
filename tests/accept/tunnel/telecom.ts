/** Telecom as a service: what an outage of the flagship's exchange does, and what it costs at rest. */

import { telecomDomain } from '../../../sim/domains/telecom';
import { tunnelDomain } from '../../../sim/domains/tunnel';
import type { Intervention } from '../../../sim/interventions';
import type { ElementId } from '../../../sim/kernel';
import type { AnyDomain, KpiName } from '../../../sim/ports';
import { sceneOf } from '../../domains/energy/scenes';
import { outage, runNet } from '../../domains/telecom/small-net';
import type { AcceptLine } from '../line';

const SECTION = 'tuanjie-gallery.gas/05';
const DAYS_S = 86_400;
const MOST_MS_A_DAY = 500;

const leak: Intervention = {
  id: 'leak',
  kind: 'gas-leak',
  targets: [SECTION as ElementId],
  settings: {},
  fromSeconds: 600,
  untilSeconds: null,
};

/** The same leak with the exchange up and down: figures of tunnel and telecom an hour on. */
function lived(root: string, interventions: Intervention[]) {
  const found: Partial<Record<KpiName, number>> = {};
  const add = (kpi: KpiName, value: number) => {
    found[kpi] = value;
  };
  let measure = () => {};
  const tunnel: AnyDomain = {
    ...tunnelDomain,
    step(state, context) {
      tunnelDomain.step(state, context);
      measure = () => tunnelDomain.measure(state, add);
    },
  };
  const of = runNet(sceneOf('eco-park', undefined, root), { interventions }, [tunnel]);
  of.engine.runTo(2_400);
  measure();
  telecomDomain.measure(of.state(), add);
  const at = (code: string) => of.heard.find((each) => each.code === code && each.element === SECTION)?.tick;
  return { found, alarmAt: at('tunnel.gas-alarm'), cutAt: at('tunnel.gas-cut-off') };
}

export const telecomOutage: AcceptLine = {
  name: 'a gas leak while the exchange is out',
  goal: 'valves shut in the same second by the section alone; found later; data stale with their age; physics the same',
  async measure({ root }) {
    const heard = lived(root, [leak]);
    const unheard = lived(root, [leak, outage(['exchange'], 300, 4)]);
    const alone = unheard.alarmAt === heard.alarmAt && unheard.cutAt === heard.cutAt && heard.cutAt !== undefined;
    const latS = [heard, unheard].map(({ found }) => found['tunnel.detection-time'] ?? 0);
    const gasKg = [heard, unheard].map(({ found }) => found['tunnel.gas-released'] ?? 0);
    const ageS = [heard, unheard].map(({ found }) => found['telecom.mean-age'] ?? 0);
    const held = alone && latS[1] > latS[0] && ageS[1] > ageS[0] && Math.abs(gasKg[1] - gasKg[0]) < 1e-6 * gasKg[0];
    return {
      held,
      reached: `found after ${latS.map((s) => s.toFixed(0)).join(' → ')} s, mean age ${ageS.map((s) => s.toFixed(0)).join(' → ')} s, gas ${gasKg.map((kg) => kg.toFixed(2)).join(' → ')} kg, oldest data ${unheard.found['telecom.worst-age']?.toFixed(0)} s, ${unheard.found['telecom.sections-unheard']} sections unheard`,
      how: 'flagship, galleries and telecom, the same leak with the exchange up and down, 30 minutes after it began',
    };
  },
};

export const telecomAtRest: AcceptLine = {
  name: 'telecom at rest',
  goal: 'a day of the flagship’s telecom ≤ 0.5 s of processor time',
  async measure({ root }) {
    const of = runNet(sceneOf('eco-park', undefined, root), {}, []);
    of.engine.runTo(600);
    const before = process.cpuUsage();
    of.engine.runTo(600 + DAYS_S);
    const { user, system } = process.cpuUsage(before);
    const ms = (user + system) / 1_000;
    return {
      held: ms <= MOST_MS_A_DAY,
      reached: `${ms.toFixed(0)} ms`,
      how: 'telecom alone, hashes and figures of every minute included',
    };
  },
};
