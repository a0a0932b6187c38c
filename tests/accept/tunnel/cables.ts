/** What cables may carry: against CIGRE's and Electra's numbers. */
import { buriedConductorC, settleTunnel, steadyRating } from '../../../sim/networks/cables';
import {
  buried,
  electraBore,
  electraConductorC,
  electraLoad,
  inDucts,
  inTrough,
  tb880,
} from '../../networks/cables/made';
import type { AcceptLine } from '../line';

const FOREVER_S = 3e14;

export const cableRating: AcceptLine = {
  name: 'cable rating',
  goal: 'TB 880 case 0-1: 821.776 A, sheath 78.713 °C; the transient’s limit equals it; three 2000 A cables in 1 km of tunnel: conductor 69.8 ± 0.3 °C',
  async measure() {
    const rated = steadyRating(tb880, buried);
    const single = steadyRating(tb880, { ...buried, bonding: 'single-point' }).amperes;
    const ducts = steadyRating(tb880, inDucts).amperes;
    const trough = steadyRating(tb880, inTrough).amperes;
    const limitC = buriedConductorC(tb880, buried, 0, rated.amperes, FOREVER_S);
    const tunnel = settleTunnel(electraBore, electraLoad, 1000);
    const conductorC = electraConductorC(tunnel.surfaceC);
    return {
      held:
        Math.abs(rated.amperes - 821.776333) < 1e-5 &&
        Math.abs(rated.sheathC - 78.712972) < 1e-5 &&
        Math.abs(single - 886.175285) < 1e-5 &&
        Math.abs(ducts - 682.814465) < 1e-5 &&
        Math.abs(trough - 760) < 5 &&
        Math.abs(limitC - 90) < 1e-5 &&
        Math.abs(conductorC - 69.8) < 0.3,
      reached: `${rated.amperes.toFixed(6)} A, ${rated.sheathC.toFixed(6)} °C; one end bonded ${single.toFixed(6)} A; ducts ${ducts.toFixed(6)} A; trough ${trough.toFixed(1)} A; transient’s end ${limitC.toFixed(6)} °C; tunnel: air ${tunnel.airC.toFixed(2)}, wall ${tunnel.wallC.toFixed(2)}, surface ${tunnel.surfaceC.toFixed(2)}, conductor ${conductorC.toFixed(2)} °C`,
      how: 'IEC 60287-1-1 and -2-1; IEC 60853-2; Electra 144 with its covering of 4.0 mm, which the code that made the reference has at 3.8 mm (0.12 K)',
    };
  },
};
