/** What a branch makes of the water that comes, and how heat counts where waters meet. */
import { exp } from '../../kernel';
import type { SteadyFlows, SteadyNetwork } from './steady';
import type { Liquid } from './water';

/** What a branch makes of the water that comes, near the temperatures found last. */
export function describeBranch(
  net: SteadyNetwork,
  flows: SteadyFlows,
  liquid: Liquid,
  found: { readonly inletC: Float64Array; readonly outletC: Float64Array },
  { gain, offset }: { readonly gain: Float64Array; readonly offset: Float64Array },
  b: number,
): void {
  const kgPerS = Math.abs(flows.branchKgPerS[b]);
  if (kgPerS === 0) return;
  const fixed = net.outletC?.[b] ?? Number.NaN;
  const wanted = net.takenW?.[b] ?? 0;
  if (!Number.isNaN(fixed)) {
    gain[b] = 0;
    offset[b] = fixed;
    return;
  }
  if (wanted !== 0) {
    const inlet = found.inletC[b];
    const limit = net.limitC?.[b] ?? net.groundC[b];
    const outlet = inlet - wanted / (kgPerS * meanCapacity(liquid, inlet, found.outletC[b]));
    const past = wanted > 0 ? outlet < limit : outlet > limit;
    const none = past && (wanted > 0 ? inlet <= limit : inlet >= limit);
    gain[b] = past && !none ? 0 : 1;
    offset[b] = none ? 0 : past ? limit : outlet - inlet;
    return;
  }
  const added = net.addedW?.[b] ?? 0;
  const share = shareKept(net, liquid, kgPerS, found.inletC[b], b);
  gain[b] = share;
  offset[b] = (1 - share) * endOfTheWay(net, b);
  if (share === 1 && added !== 0) {
    offset[b] = added / (kgPerS * meanCapacity(liquid, found.inletC[b], found.outletC[b]));
  }
}

/** What water in a branch comes near to if it stays long enough: its ground, or more where heat is added all along. */
export function endOfTheWay({ groundC, lossWPerK, addedW }: SteadyNetwork, b: number): number {
  return lossWPerK[b] > 0 ? groundC[b] + (addedW?.[b] ?? 0) / lossWPerK[b] : groundC[b];
}

/** How much of its excess over what it comes near to water keeps along a branch. */
function shareKept(net: SteadyNetwork, liquid: Liquid, kgPerS: number, inletC: number, b: number): number {
  const { lossWPerK, mixedVolumes } = net;
  const loss = lossWPerK[b];
  if (loss === 0) return 1;
  const ground = endOfTheWay(net, b);
  const excess = inletC - ground;
  const volumes = mixedVolumes?.[b] ?? 0;
  if (volumes > 0) {
    let share = 1;
    for (let v = 0; v < volumes; v++) {
      const into = ground + excess * share;
      let x = loss / volumes / (kgPerS * liquid.heatCapacityJPerKgK(into));
      for (let i = 0; i < 3; i++) {
        x = loss / volumes / (kgPerS * meanCapacity(liquid, into, ground + (excess * share) / (1 + x)));
      }
      share /= 1 + x;
    }
    return share;
  }
  // Capacity weighed by dT / (T − T_g), which is even along the exponential: Simpson's rule at its ends and middle.
  let exponent = loss / (kgPerS * liquid.heatCapacityJPerKgK(inletC));
  for (let i = 0; i < 3; i++) {
    const middle = liquid.heatCapacityJPerKgK(ground + excess * exp(-exponent / 2));
    const end = liquid.heatCapacityJPerKgK(ground + excess * exp(-exponent));
    exponent = loss / (kgPerS * ((liquid.heatCapacityJPerKgK(inletC) + 4 * middle + end) / 6));
  }
  return exp(-exponent);
}

export function meanCapacity(liquid: Liquid, aC: number, bC: number): number {
  if (Math.abs(aC - bC) < 1e-3) return liquid.heatCapacityJPerKgK((aC + bC) / 2);
  return (liquid.heatJPerKg(aC) - liquid.heatJPerKg(bC)) / (aC - bC);
}
