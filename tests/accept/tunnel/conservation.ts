/**
 * What is booked on the running city while everything goes wrong at once: each second of the galleries, each ten of the
 * drains, each minute of gas, cables and water. Shares are of what is named with them; nothing is averaged.
 */
import { domains } from '../../../sim/domains/registry';
import { createEngine } from '../../../sim/runtime';
import { defaultScenario } from '../../../sim/scenarios';
import { sceneOf } from '../../domains/energy/scenes';
import { desk } from '../../runtime/desk';
import { change } from '../../runtime/live-city';
import type { AcceptLine } from '../line';
import { keepBooks } from './conservation/keep-books';

const MINUTES = 45;
/** A hot afternoon, when cables in galleries are warmest. */
const julyAfternoon = { startDay: 205, startSeconds: 14 * 3_600, seed: 1 } as const;
const CLOSES = 1e-9;
const MAINS_CLOSE = 1e-6;

const disasters = [
  change('heat-wave', [], {}, 0),
  change('gas-leak', ['yunxi-gallery.gas/08'], { hole: 12 }, 60),
  change('gas-leak', ['tuanjie-gallery.gas/03'], { hole: 4 }, 60),
  change('gallery-fire', ['yunxi-gallery.power/05'], { growth: 'fast' }, 120),
  change('gallery-flooding', ['yunxi-gallery.integrated/08'], { inflow: 600 }, 60),
  change('gallery-flooding', ['yunxi-gallery.gas/09'], { inflow: 400, pumps: 'out-of-order' }, 60),
  change('burst-water-main', ['tuanjie-xueyuan:tuanjie-yunxi-s'], { hole: 300 }, 60),
  change('cloudburst', [], { years: 50, minutes: 60, peak: 20 }, 60),
  change('cut-cable', ['west-f04@yunxi-jinggong:yunxi/3'], {}, 300),
  change('substation-outage', ['west.t1', 'west.t2'], {}, 600),
].map((each, k) => ({ ...each, id: `${each.kind}-${k}` }));

export const conservation: AcceptLine = {
  name: 'nothing is lost while everything goes wrong',
  goal: 'gas, air, heat, flood water and drains closed to 1e-9 in every step, the pressurised network to 1e-6',
  async measure({ root, say }) {
    const scene = sceneOf('eco-park', undefined, root);
    const scenario = defaultScenario(scene.id, { ...julyAfternoon, interventions: disasters as never });
    say(`${MINUTES} minutes of the flagship, ${disasters.length} changes`);
    const { watched, ledgers, states } = keepBooks(domains);
    const engine = createEngine({ scene, scenario, domains: watched, desk });
    engine.runTo(60 * MINUTES);
    const { totals: drains } = states.get('drainage') as { totals: { worstImbalance: number; wetSteps: number } };
    const { totals: water } = states.get('water') as { totals: { worstImbalance: number; minutes: number } };
    const own = ledgers.map((each) => ({ ...each, most: CLOSES, off: each.worst }));
    const all = [
      ...own,
      {
        name: 'drains',
        of: 'of water held and fallen',
        most: CLOSES,
        off: drains.worstImbalance,
        steps: drains.wetSteps,
      },
      {
        name: 'water mains',
        of: 'of water served and lost',
        most: MAINS_CLOSE,
        off: water.worstImbalance,
        steps: water.minutes,
      },
    ];
    const figures = engine.measure();
    const figure = (kpi: keyof typeof figures, digits = 0) => (figures[kpi] ?? 0).toFixed(digits);
    return {
      held: all.every(({ off, most, steps }) => steps > 0 && off <= most),
      reached: all
        .map(({ name, of, off, steps }) => `${name} ${off.toExponential(1)} ${of} (${steps} steps)`)
        .join('; '),
      how: `${MINUTES} minutes from 14:00 of a July heat wave, all domains, 60,000 people: two leaks, a fire, two floods, a burst main, a cloudburst of 50 years, a cut feeder, two transformers out; worst loading ${figure('energy.worst-loading')} %, hottest air ${figure('tunnel.highest-temperature')} °C, water ${figure('tunnel.highest-water', 2)} m, ${figure('tunnel.gas-released', 1)} kg of gas out`,
    };
  },
};
