import type { LimitName } from '../../ports';
import type { TelecomState } from './state';

export function strainOfTelecom({ run }: TelecomState, of: (limit: LimitName) => Float64Array): void {
  if (run === null) return;
  const { leftS, derived } = run;
  const used = of('telecom.battery');
  for (let node = 0; node < leftS.length; node++) used[node] = 1 - leftS[node] / derived.fullS[node];
}
