/** Telecom as a service: what an outage of the flagship's exchange does, and what it costs at rest. */

import { telecomDomain } from '../../../sim/domains/telecom';
import { tunnelDomain } from '../../../sim/domains/tunnel';
import { defaultSettings, type Intervention, interventionKinds } from '../../../sim/interventions';
import type { ElementId } from '../../../sim/kernel';
import type { AnyDomain, KpiName } from '../../../sim/ports';
import { sceneOf } from '../../domains/energy/scenes';
import { outage, runNet } from '../../domains/telecom/small-net';
import type { AcceptLine } from '../line';

const SECTION = 'tuanjie-gallery.integrated/05';
const DAYS_S = 86_400;
const MOST_MS_A_DAY = 500;

const flood: Intervention = {
  id: 'flood',
  kind: 'gallery-flooding',
  targets: [SECTION as ElementId],
  settings: defaultSettings(interventionKinds['gallery-flooding'].settings),
  fromSeconds: 600,
  untilSeconds: null,
};

/** The same flood with the exchange up and down: figures of tunnel and telecom half an hour on. */
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
  return { found, alarmAt: at('tunnel.water-high') };
}

export const telecomOutage: AcceptLine = {
  name: 'water in a gallery while the exchange is out',
  goal: 'the section’s own controller alarms in the same second; it is found later, data are older, the water stands no lower',
  async measure({ root }) {
    const heard = lived(root, [flood]);
    const unheard = lived(root, [flood, outage(['exchange'], 300, 4)]);
    const alone = unheard.alarmAt === heard.alarmAt && heard.alarmAt !== undefined;
    const latS = [heard, unheard].map(({ found }) => found['tunnel.detection-time'] ?? 0);
    const levelM = [heard, unheard].map(({ found }) => found['tunnel.highest-water'] ?? 0);
    const ageS = [heard, unheard].map(({ found }) => found['telecom.mean-age'] ?? 0);
    const held = alone && latS[1] > latS[0] && ageS[1] > ageS[0] && levelM[1] >= levelM[0];
    return {
      held,
      reached: `found after ${latS.map((s) => s.toFixed(0)).join(' → ')} s, mean age ${ageS.map((s) => s.toFixed(0)).join(' → ')} s, highest water ${levelM.map((m) => m.toFixed(3)).join(' → ')} m, oldest data ${unheard.found['telecom.worst-age']?.toFixed(0)} s, ${unheard.found['telecom.sections-unheard']} sections unheard`,
      how: 'flagship, galleries and telecom, the same flood with the exchange up and down, 30 minutes after it began',
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
