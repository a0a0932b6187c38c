/** Where in the section the plume's air is taken, where heat is let go, and where the flame's glow falls. */

import { TILT } from './figures';
import { driftM, flameLengthM, plumeKgPerS, windNumber } from './plume';
import { coldKelvin, type FireState, seatDiameterM } from './state';

const PLUME_RADIUS = 0.12; // of a plume's height: Heskestad's b = 0.12 z

/** Air at the fire, its mean over the cells that the plume draws from. */
export const sourceCell = ({ plan, work: { seat } }: FireState): number =>
  Math.max(0, Math.min(plan.cells - 1, Math.floor(seat.alongM / plan.cellM)));

/** Room beneath the layer at the fire, above what burns. */
export function clearRiseM(state: FireState): number {
  const { plan, work } = state;
  const { seat } = work;
  const at = Math.max(0, Math.min(plan.cells - 1, Math.floor(work.meetsAtM / plan.cellM)));
  const depth = (state.hotM3[at] / (plan.areaM2 * plan.cellM)) * plan.heightM;
  return Math.max(0.1 * (plan.heightM - seat.heightM), plan.heightM - depth - seat.heightM);
}

export function shapeFlame(state: FireState, airMps: number): void {
  const { plan, work, heatW } = state;
  const { seat } = work;
  const { cells, cellM, heightM } = plan;
  const diameter = seatDiameterM(state);
  const rise = heightM - seat.heightM;
  const cold = coldKelvin(state, sourceCell(state));
  const wind = windNumber(heatW, diameter, airMps);
  const along = airMps >= 0 ? 1 : -1;
  work.meetsAtM = Math.max(0, Math.min(plan.lengthM, seat.alongM + along * driftM(wind, rise)));
  const clear = clearRiseM(state);
  work.plumeKgPerS = plumeKgPerS(heatW, diameter, clear, airMps, cold);
  const half = Math.max(0.5 * seat.lengthM, PLUME_RADIUS * rise, 0.5 * cellM);
  // A flame is as long as it takes to draw its air: wind brings that sooner, in the measure in which the plume draws more.
  const still = plumeKgPerS(heatW, diameter, clear, 0, cold);
  const flame = work.plumeKgPerS > 0 ? (flameLengthM(heatW, diameter) * still) / work.plumeKgPerS : 0;
  // What the ceiling cuts off runs on along it: Babrauskas, Fire Technology 16 (1980) 191; with the wind, or both ways.
  const cut = Math.max(0, flame - rise);
  const risen = flame > 0 ? Math.min(1, rise / flame) : 1;
  const downwind = 0.5 + 0.5 * Math.min(1, wind / TILT.from);
  work.heatShare.fill(0);
  work.airShare.fill(0);
  spread(work.airShare, work.meetsAtM - half, work.meetsAtM + half, 1, cells, cellM);
  spread(work.heatShare, work.meetsAtM - half, work.meetsAtM + half, risen, cells, cellM);
  if (risen < 1) {
    const ahead = cut * downwind;
    const behind = cut * (1 - downwind);
    const far = work.meetsAtM + along * Math.max(half, ahead);
    const near = work.meetsAtM - along * Math.max(half, behind);
    spread(
      work.heatShare,
      Math.min(work.meetsAtM, far),
      Math.max(work.meetsAtM, far),
      (1 - risen) * downwind,
      cells,
      cellM,
    );
    spread(
      work.heatShare,
      Math.min(work.meetsAtM, near),
      Math.max(work.meetsAtM, near),
      (1 - risen) * (1 - downwind),
      cells,
      cellM,
    );
  }
  // A flame glows from its middle: between what burns and where its heat is let go.
  let middle = 0;
  for (let cell = 0; cell < cells; cell++) middle += work.heatShare[cell] * (cell + 0.5) * cellM;
  middle = 0.5 * (seat.alongM + middle);
  let sum = 0;
  for (let cell = 0; cell < cells; cell++) {
    const away = ((cell + 0.5) * cellM - middle) / heightM;
    work.glowShare[cell] = 1 / (1 + away * away) / (1 + away * away);
    sum += work.glowShare[cell];
  }
  for (let cell = 0; cell < cells; cell++) work.glowShare[cell] /= sum;
}

/** An even share between two places, all of it within the section. */
function spread(into: Float64Array, fromM: number, toM: number, share: number, cells: number, cellM: number): void {
  if (share <= 0) return;
  const from = Math.max(0, Math.min(cells * cellM - 1e-6, fromM));
  const to = Math.min(cells * cellM, Math.max(from + 1e-6, toM));
  const first = Math.floor(from / cellM);
  const last = Math.min(cells - 1, Math.floor((to - 1e-9) / cellM));
  for (let cell = first; cell <= last; cell++) {
    const covered = Math.min(to, (cell + 1) * cellM) - Math.max(from, cell * cellM);
    into[cell] += (share * covered) / (to - from);
  }
}
