/** What is bought with foresight: a lower threshold and a longer look ahead against calls in vain and what is held back. */
import { figures, run, start, turn } from '../../../domains/energy/simulate';
import { suburb } from '../../../domains/energy/suburb';
import { change, turnsOf } from '../../../interventions/paired';
import type { AcceptLine } from '../../line';

const HOUR_S = 3_600;
const SEEDS = 10;
const settings = [
  { threshold: 100, horizon: 15 },
  { threshold: 100, horizon: 30 },
  { threshold: 90, horizon: 30 },
  { threshold: 80, horizon: 30 },
  { threshold: 70, horizon: 30 },
  { threshold: 100, horizon: 60 },
  { threshold: 100, horizon: 120 },
] as const;

interface Point {
  readonly threshold: number;
  readonly horizon: number;
  readonly trips: number;
  readonly leadMinutes: number;
  readonly inVain: number;
  readonly heldKwh: number;
}

export const foresightCurve: AcceptLine = {
  name: 'what foresight costs',
  goal: 'the trade-off of lead against calls in vain, by threshold and horizon: both grow as the threshold falls',
  async measure() {
    const curve = settings.map(pointOf);
    const falling = curve.filter(({ horizon }) => horizon === 30);
    const grows = (of: (point: Point) => number) =>
      falling.every((each, i) => i === 0 || of(each) > of(falling[i - 1]));
    return {
      held:
        grows((each) => each.leadMinutes) && grows((each) => each.heldKwh) && last(falling).inVain > falling[0].inVain,
      reached: curve
        .map(
          (each) =>
            `${each.threshold} %, ${each.horizon} min: ${each.trips} tripped, ${each.leadMinutes.toFixed(0)} min ahead, ${each.inVain.toFixed(1)} in vain, ${each.heldKwh.toFixed(0)} kWh held back`,
        )
        .join('; '),
      how: `evenings of a suburb whose cables are just large enough, and of one where they are too small, ${SEEDS} seeds each: in vain, and what was held back, of the former; lead of the latter; tripped of both`,
    };
  },
};

const last = <T>(list: readonly T[]): T => list[list.length - 1];

function pointOf(of: (typeof settings)[number]): Point {
  const enough = evenings(0.12, of);
  const small = evenings(0.105, of);
  return {
    ...of,
    trips: enough.trips + small.trips,
    leadMinutes: small.leadMinutes,
    inVain: enough.inVain / SEEDS,
    heldKwh: enough.heldKwh / SEEDS,
  };
}

function evenings(rated: number, of: { readonly threshold: number; readonly horizon: number }) {
  const scene = suburb(1, rated);
  const sums = { trips: 0, leadMinutes: 0, inVain: 0, heldKwh: 0, averted: 0 };
  for (let seed = 1; seed <= SEEDS; seed++) {
    const city = start(scene, { domains: ['energy'], startDay: 126, startSeconds: 12 * HOUR_S, seed });
    turn(city, turnsOf(scene, change('electric-cars', [], { share: 60 })));
    turn(city, turnsOf(scene, change('control-room', [], of)));
    const end = figures(run(city, 24 * HOUR_S));
    sums.trips += end['energy.overload-trips'];
    sums.inVain += end['energy.foreseen-in-vain'];
    sums.heldKwh += end['energy.held-back'];
    sums.averted += end['energy.overloads-averted'];
    sums.leadMinutes += (end['energy.foresight-lead'] ?? 0) * end['energy.overloads-averted'];
  }
  return { ...sums, leadMinutes: sums.averted === 0 ? 0 : sums.leadMinutes / sums.averted };
}
