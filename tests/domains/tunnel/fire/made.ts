import {
  type FireInputs,
  type FireSectionShape,
  type FireSource,
  type FireState,
  ordinaryTray,
  planFireSection,
  startFire,
  stepFire,
} from '../../../../sim/domains/tunnel/fire';

/** A power compartment's section: 200 m of 2.4 by 2.4 m. */
export const gallery: FireSectionShape = { lengthM: 200, widthM: 2.4, heightM: 2.4 };

export const quiet: FireInputs = {
  airMps: 0,
  airC: 20,
  openAtStart: true,
  openAtEnd: true,
  mistKgPerM2S: 0,
  powderKgPerS: 0,
  toldW: 0,
};

const told: FireSource = { alongM: 100, lengthM: 1, widthM: 0.6, heightM: 0.3, growth: 'fast', tray: -1 };

export function toldFire(shape: Partial<FireSectionShape> = {}, source: Partial<FireSource> = {}): FireState {
  return startFire(planFireSection({ ...gallery, ...shape }), { ...told, ...source }, 20);
}

/** Four trays on either wall, 0.4 m apart; the second from below is lit. */
export function trayFire(lengthM = 40): FireState {
  const trays = ([-1, 1] as const).flatMap((side) =>
    [0.5, 0.9, 1.3, 1.7].map((heightM) => ordinaryTray(heightM, side)),
  );
  const plan = planFireSection({ ...gallery, lengthM, trays });
  const source = { alongM: lengthM / 2, lengthM: 1, widthM: 0.6, heightM: 0.9, growth: 'medium', tray: 1 } as const;
  return startFire(plan, source, 20);
}

export function run(fire: FireState, inputs: Partial<FireInputs>, seconds: number, step = 1): void {
  for (let t = 0; t < seconds - 1e-9; t += step) stepFire(fire, { ...quiet, ...inputs }, step);
}
