/**
 * How warm cables on trays become beneath their jackets: THIEF (NUREG/CR-6931 vol. 3), one-dimensional conduction into
 * one homogeneous cylinder, heated by gas and glow. A cable has failed where its jacket's inner side reaches the failing
 * temperature of its insulation anywhere in the section.
 */
import { FLAME_C, KELVIN, STEFAN_BOLTZMANN, THIEF } from './figures';
import { CABLE_NODES, coldKelvin, type FireState, hotKelvin } from './state';

const NATURAL_W_PER_M2K = 10; // around a cable in slow smoke: McAdams, cylinder of 70 mm, 100 K
const upper = new Float64Array(CABLE_NODES);

/** One step of all cables that are near what is warm. */
export function warmCables(state: FireState, seconds: number): void {
  const { plan, cableC, lostAtS, ambientC, work, heatW } = state;
  plan.trays.forEach((tray, i) => {
    const node = tray.cableRadiusM / CABLE_NODES;
    // The node that holds the jacket's inner side; 0 is the outermost.
    const inside = Math.min(CABLE_NODES - 1, Math.floor(tray.jacketM / node));
    for (let cell = 0; cell < plan.cells; cell++) {
      const at = (i * plan.cells + cell) * CABLE_NODES;
      const interfaceM = plan.heightM * (1 - state.hotM3[cell] / (plan.areaM2 * plan.cellM));
      const flaming = heatW > 0 && work.burningW[i * plan.cells + cell] > 0;
      const gasK = flaming
        ? FLAME_C + KELVIN
        : tray.heightM > interfaceM
          ? hotKelvin(state, cell)
          : coldKelvin(state, cell);
      if (gasK - KELVIN < ambientC + 1 && cableC[at] < ambientC + 1) continue;
      warmOne(cableC, at, gasK, tray.cableRadiusM, seconds);
      if (lostAtS[i] < 0 && cableC[at + inside] >= tray.kind.failsC) lostAtS[i] = state.clockS;
    }
  });
}

/** Implicit from the surface (node 0) to the middle; areas and volumes a metre of cable over 2π. */
function warmOne(cableC: Float64Array, at: number, gasK: number, radiusM: number, seconds: number): void {
  const width = radiusM / CABLE_NODES;
  const surfaceK = cableC[at] + KELVIN;
  const glow = THIEF.emissivity * STEFAN_BOLTZMANN * (gasK * gasK + surfaceK * surfaceK) * (gasK + surfaceK);
  const outer = radiusM / (1 / (glow + NATURAL_W_PER_M2K) + (0.5 * width) / THIEF.conductivity);
  for (let k = 0; k < CABLE_NODES; k++) {
    const out = radiusM - k * width;
    const within = out - width;
    const c = (THIEF.heatCapacity * 0.5 * (out * out - within * within)) / seconds;
    const inward = k === CABLE_NODES - 1 ? 0 : (THIEF.conductivity * within) / width;
    const outward = k === 0 ? outer : (THIEF.conductivity * out) / width;
    let diagonal = c + inward + outward;
    let right = c * cableC[at + k] + (k === 0 ? outer * (gasK - KELVIN) : 0);
    if (k > 0) {
      diagonal -= outward * upper[k - 1];
      right += outward * cableC[at + k - 1];
    }
    upper[k] = inward / diagonal;
    cableC[at + k] = right / diagonal;
  }
  for (let k = CABLE_NODES - 2; k >= 0; k--) cableC[at + k] += upper[k] * cableC[at + k + 1];
}
