import type { KpiName } from '../../ports';
import { ageS } from './ages';
import type { TelecomState } from './state';

const PERCENT = 100;

/** Before the first minute is over there is nothing to tell. */
export function measureTelecom({ run, totals }: TelecomState, add: (kpi: KpiName, value: number) => void): void {
  if (run === null || totals.elapsedS === 0) return;
  const { plan, reached, isHeard, sectionHeard, derived } = run;
  const lost = (flags: Uint8Array) => flags.reduce((count, flag) => count + (flag === 0 ? 1 : 0), 0);
  add('telecom.nodes-lost', lost(reached));
  const { speaking } = plan;
  if (speaking.length > 0) {
    let heard = 0;
    let worstS = 0;
    for (const sensor of speaking) {
      heard += isHeard[sensor];
      worstS = Math.max(worstS, ageS(run, sensor, totals.elapsedS));
    }
    add('telecom.sensors-heard', (PERCENT * heard) / speaking.length);
    add('telecom.mean-age', totals.ageS2 / totals.elapsedS / speaking.length);
    add('telecom.worst-age', worstS);
  }
  if (sectionHeard.length > 0) add('telecom.sections-unheard', lost(sectionHeard));
  const { knownAfterS } = derived;
  if (knownAfterS.length > 0) {
    add('telecom.crash-known', knownAfterS.reduce((sum, seconds) => sum + seconds, 0) / knownAfterS.length);
  }
}
