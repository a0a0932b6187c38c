/** Cars and prices on the flagship: uncontrolled, managed, giving back, and by the tariff. */
import { loadSolverInNode } from '../../../sim/hosts/solver/load-in-node';
import type { Intervention } from '../../../sim/interventions';
import { energyAlone } from '../../domains/energy/energy-alone';
import { sceneOf } from '../../domains/energy/scenes';
import { change } from '../../interventions/paired';
import type { AcceptLine } from '../line';

const HOUR_S = 3_600;
const DAY_S = 24 * HOUR_S;
const DAYS = 3;
/** Of an evening. */
const PEAK = [18, 22] as const;

export const cars: AcceptLine = {
  name: 'charging at home, E2, E3 and E12',
  goal: 'against uncontrolled charging: managed cars draw less in the evening, take the same energy within 3 %, 98 in 100 ready; those that give back take more by their losses (1 / 0.81); a tariff keeps the day’s sum',
  async measure({ root, say }) {
    const scene = sceneOf('eco-park', undefined, root);
    const linear = await loadSolverInNode();
    const many = change('electric-cars', [], { share: 60 });
    const runs = {
      usual: [many],
      managed: [many, change('managed-charging', [], { share: 90 })],
      back: [many, change('managed-charging', [], { share: 90, givesBack: true })],
      tariff: [many, change('time-of-use', [])],
    };
    const found = Object.entries(runs).map(([name, changes]) => {
      let evening = 0;
      let shifted = 0;
      const interventions = changes.map((each, i) => ({ ...each, id: `${name}-${i}` })) as Intervention[];
      const when = { startDay: 127, startSeconds: 0, stepSeconds: { energy: 900 }, interventions };
      const engine = energyAlone(scene, linear, when, ({ consumers }, seconds, stepS) => {
        const hour = (seconds / HOUR_S) % 24;
        const kw = consumers!.charging!.homesKw.reduce((sum, each) => sum + each, 0);
        if (hour >= PEAK[0] && hour < PEAK[1]) evening += (kw * stepS) / HOUR_S;
        if (seconds < DAYS * DAY_S)
          shifted += (consumers!.asked.shiftedKw.reduce((sum, each) => sum + each, 0) * stepS) / HOUR_S;
      });
      // To the noon after, when who charged at night has done.
      engine.runTo((DAYS + 0.5) * DAY_S);
      say(`  ${name}`);
      return { evening, shifted, figures: engine.measure() };
    });
    const [usual, managed, back, tariff] = found;
    const of = (each: (typeof found)[number], kpi: string) => each.figures[kpi as keyof typeof each.figures] as number;
    const charged = (each: (typeof found)[number]) => of(each, 'energy.cars-charged');
    const same = charged(managed) / charged(usual);
    const more = (charged(back) - charged(managed)) / of(back, 'energy.cars-gave-back');
    const ready = Math.min(of(managed, 'energy.cars-ready'), of(back, 'energy.cars-ready'));
    const lost = Math.abs(tariff.shifted) / of(tariff, 'energy.imported-electricity');
    return {
      held:
        managed.evening < 0.5 * usual.evening &&
        Math.abs(same - 1) < 0.03 &&
        ready >= 98 &&
        Math.abs(more * 0.81 - 1) < 0.1 &&
        lost < 1e-6,
      reached: `evening energy of cars ${(usual.evening / 1_000).toFixed(1)} MWh uncontrolled, ${(managed.evening / 1_000).toFixed(1)} managed, ${(back.evening / 1_000).toFixed(1)} where they give back; energy × ${same.toFixed(3)}; ${ready.toFixed(1)} % ready; each kWh given back takes ${more.toFixed(2)} more (1.23); peak ${(of(usual, 'energy.electric-peak') / 1_000).toFixed(1)}, ${(of(managed, 'energy.electric-peak') / 1_000).toFixed(1)}, ${(of(back, 'energy.electric-peak') / 1_000).toFixed(1)}, by the tariff ${(of(tariff, 'energy.electric-peak') / 1_000).toFixed(1)} MW; a day’s sum kept to ${lost.toExponential(0)}`,
      how: 'flagship, three days of May in quarter hours, six cars in ten electric; the park’s own peak is at noon, in the tariff’s second valley, so a tariff raises it, and the run says so',
    };
  },
};
