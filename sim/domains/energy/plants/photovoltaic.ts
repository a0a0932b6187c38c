/**
 * From light on a panel to power at the inverter's terminals: PVWatts version 5 (Dobos, NREL/TP-6A20-62641, 2014) with
 * the cell's temperature by NOCT. Panels on roofs lie 15° to the south unless told: flatter than is best for a panel
 * alone, as rows on a flat roof are. Left out: shade of neighbours, snow, dirt by day (within the losses).
 */
/** How a panel leans, and where it looks, from north over east. */
export const ROOF_PLANE = { tiltDeg: 15, azimuthDeg: 180 };

const PER_KELVIN = -0.004; // crystalline silicon
const RATED_CELL_C = 25;
const RATED_W_PER_M2 = 1_000;
const NOCT_C = 45; // makers' sheets: 43 to 47
const NOCT_AIR_C = 20;
const NOCT_W_PER_M2 = 800;
/** PVWatts' losses: soiling 2, shading 3, mismatch 2, wiring 2, connections 0.5, first light 1.5, nameplate 1, availability 3 %. */
const LOSSES = [0.02, 0.03, 0.02, 0.02, 0.005, 0.015, 0.01, 0.03];
export const SYSTEM_LOSS = 1 - LOSSES.reduce((kept, each) => kept * (1 - each), 1);
const INVERTER_RATED = 0.96;
const INVERTER_REFERENCE = 0.9637;

export function cellC(airC: number, lightWPerM2: number): number {
  return airC + ((NOCT_C - NOCT_AIR_C) * lightWPerM2) / NOCT_W_PER_M2;
}

/** Direct current of panels of so many rated kW. */
export function panelKw(
  ratedKw: number,
  lightWPerM2: number,
  cellTemperatureC: number,
  perKelvin = PER_KELVIN,
): number {
  return (lightWPerM2 / RATED_W_PER_M2) * ratedKw * (1 + perKelvin * (cellTemperatureC - RATED_CELL_C));
}

/** Alternating current of an inverter that takes at most `ratedDirectKw`. */
export function inverterKw(directKw: number, ratedDirectKw: number, ratedEfficiency = INVERTER_RATED): number {
  const load = directKw / ratedDirectKw;
  if (!(load > 0)) return 0;
  const efficiency = (ratedEfficiency / INVERTER_REFERENCE) * (-0.0162 * load - 0.0059 / load + 0.9858);
  return Math.min(ratedEfficiency * ratedDirectKw, Math.max(0, efficiency * directKw));
}
