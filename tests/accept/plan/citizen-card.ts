/** Row 6 of the systems: a citizen's three basics, for any household of the flagship, before and after changes. */
import { activeDomains } from '../../../sim/hosts/active-domains';
import type { Intervention } from '../../../sim/interventions';
import { asElementId, type ElementId } from '../../../sim/kernel';
import type { Household } from '../../../sim/ports';
import { createEngine, type Engine } from '../../../sim/runtime';
import { defaultScenario } from '../../../sim/scenarios';
import type { CompiledScene } from '../../../sim/scene';
import { catalogues, languages } from '../../../src/i18n/catalogue';
import { desk } from '../../runtime/desk';
import '../../set-up/both-languages';
import { sceneOf } from '../../domains/energy/scenes';
import type { AcceptLine } from '../line';
import { MAIN_ROAD } from './flagship-page';

const STARTS_S = 27_000;
const CHANGED_AFTER_S = 300;
const UNTIL_S = 1_500;
/** Between two measurements of a road's speed ways differ by seconds without any reason. */
const FELT_S = 30;

const PUMPS = ['west', 'north'].flatMap((works) => [1, 2, 3].map((pump) => `works-${works}-${pump}`));

export const citizenCard: AcceptLine = {
  name: 'systems 6: a citizen’s three basics',
  goal: 'any household of the flagship: its way to work, its power and water, its street; each changes with a change that is about it, and with no other',
  async measure({ root }) {
    const scene = sceneOf('eco-park', undefined, root);
    const before = lived(scene, []);
    const homes = homesOf(scene);
    const cards = homes.map((id) => before.householdOf(id, 0));
    const whole = cards.every((card) => card !== null && card.power !== null && card.water !== null);
    const past = homes.every((id, i) => before.householdOf(id, cards[i]?.count ?? 0) === null);
    const [shut, dark, dry, slow] = [
      lived(scene, [change('close-road', [MAIN_ROAD], { lanes: 'all', bothDirections: true })]),
      lived(scene, [change('substation-outage', ['west.t1', 'west.t2', 'west.t3'], { transfer: 'manual' })]),
      lived(scene, [change('water-pump-outage', PUMPS, {})]),
      lived(scene, [change('limit-speed', streetsOf(cards), { limitKmh: 20, bothDirections: true })]),
    ];
    const compare = (after: Engine) => count(homes, cards, (id) => after.householdOf(id, 0));
    const found = { shut: compare(shut), dark: compare(dark), dry: compare(dry), slow: compare(slow) };
    const told = languages.every((language) => Object.values(catalogues[language].household).length > 0);
    const sayAll = Object.entries(found).map(
      ([name, each]) =>
        `${name}: ${each.slower} ways longer, ${each.dark} without power, ${each.dry} with less water, ${each.calmer} streets calmer`,
    );
    return {
      held:
        whole &&
        past &&
        told &&
        found.shut.slower > 0 &&
        found.shut.dark + found.shut.dry === 0 &&
        found.dark.dark > 0 &&
        found.dry.dry > 0 &&
        found.dry.dark === 0 &&
        found.slow.calmer > homes.length / 2 &&
        found.slow.dark + found.slow.dry === 0,
      reached: `${cards.filter((card) => card !== null).length} of ${homes.length} homes tell of their households; ${sayAll.join('; ')}`,
      how: `the first household of every home, asked of the engine as the page asks it; a main road shut, a substation out, both water works out, 20 km/h before every door, each against the same run without, ${(UNTIL_S - CHANGED_AFTER_S) / 60} minutes later`,
    };
  },
};

function change(kind: string, targets: readonly string[], settings: Intervention['settings']): Intervention {
  return {
    id: kind,
    kind: kind as Intervention['kind'],
    targets: targets.map(asElementId),
    settings,
    fromSeconds: CHANGED_AFTER_S,
    untilSeconds: null,
  };
}

function lived(scene: CompiledScene, interventions: readonly Intervention[]): Engine {
  const scenario = { ...defaultScenario('eco-park'), startSeconds: STARTS_S, durationSeconds: UNTIL_S, interventions };
  const engine = createEngine({ scene, scenario, domains: activeDomains(scenario), desk });
  engine.runTo(UNTIL_S);
  return engine;
}

function homesOf({ scene }: CompiledScene): ElementId[] {
  const homes = scene.buildings!.buildings.filter(({ residents = 0 }) => residents > 0);
  return homes.map(({ id }) => asElementId(id));
}

/** Those with the door of a home on them. */
function streetsOf(cards: readonly (Household | null)[]): string[] {
  return [...new Set(cards.flatMap((card) => (card ? [card.street.edge] : [])))].sort();
}

function count(
  homes: readonly ElementId[],
  cards: readonly (Household | null)[],
  after: (home: ElementId) => Household | null,
) {
  const found = { slower: 0, dark: 0, dry: 0, calmer: 0 };
  homes.forEach((home, i) => {
    const [a, b] = [cards[i], after(home)];
    if (!a || !b) return;
    found.slower += a.members.filter((member, each) => {
      const [now, then] = [member.commute?.seconds, b.members[each].commute?.seconds];
      return typeof now === 'number' && (then === null || (typeof then === 'number' && then > now + FELT_S));
    }).length;
    if ((b.power ?? 1) < (a.power ?? 1)) found.dark++;
    if ((b.water ?? 1) < (a.water ?? 1) - 0.01) found.dry++;
    if (b.street.severity < a.street.severity - 0.01) found.calmer++;
  });
  return found;
}
