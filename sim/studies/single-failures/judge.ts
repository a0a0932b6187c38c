/**
 * What a failure has come to when the grace is over.
 *
 * Absorbed: protection and automatic gear have dealt with it. Nobody goes without, nobody in another network has been told
 * of anything, nothing stands beyond a limit that it did not stand beyond before. That is the N-1 criterion as GB 38755-2019
 * (3.2, first level) and ENTSO-E's system operation guideline (EU 2017/1485, articles 33 to 35) put it.
 * Cascades: it has made parts of another network fail, or at least two further parts of its own (NERC's and ENTSO-E's
 * "successive loss of elements"). Felt: what lies between; somebody goes without, but it stays in its own network.
 */
import type { AnyDomain, Happening } from '../../ports';
import type { CompiledScene } from '../../scene';
import { type ChangedPort, changedPorts } from './changed-ports';
import type { Lived } from './forks';
import type { SingleFailure } from './list-failures';
import { type Margin, marginAfter } from './margin';
import { type LostService, lostServices } from './services';

export type FailureClass = 'absorbed' | 'felt' | 'cascades';

export interface Verdict {
  readonly class: FailureClass;
  /** Still missing when the grace is over, and what was missing only until then. */
  readonly lost: readonly LostService[];
  readonly interrupted: readonly LostService[];
  readonly changed: readonly ChangedPort[];
  /** Other domains in which something has failed. */
  readonly failedIn: readonly string[];
  /** Further parts of the own network that protection has tripped, and that it has not let in again. */
  readonly tripped: number;
  readonly margin: Margin | null;
  readonly passedLimits: readonly Margin[];
}

/** What trips is said by the network's own protection; what lets it in again names it. */
const TRIPS = new Map([
  ['energy.overload-tripped', 'energy.switch-closed'],
  ['energy.load-shed', 'energy.switch-closed'],
  ['energy.engine-gas-trip', 'energy.engine-gas-back'],
  ['energy.boiler-gas-trip', 'energy.boiler-gas-back'],
  ['energy.island-overloaded', 'energy.island-formed'],
]);
const MANY_TRIPPED = 2;

/** `readers`: every domain of the product, those that stand aside too, since they would hear. */
export function judge(
  failure: SingleFailure,
  lived: Lived,
  undisturbed: Lived,
  scene: CompiledScene,
  readers: readonly AnyDomain[],
): Verdict {
  const services = lostServices(lived, undisturbed);
  const lost = services.filter(({ isOver }) => !isOver);
  const changed = changedPorts(lived, undisturbed, scene);
  const failedIn = new Set<string>();
  for (const { port, harms } of changed) {
    if (!harms) continue;
    for (const { name, reads } of readers) {
      if (name !== failure.domain && (reads as readonly string[]).includes(port)) failedIn.add(name);
    }
  }
  const tripped = stillTripped(lived.heard);
  const { margin, passed } = marginAfter(failure, lived, undisturbed, scene);
  const isFelt = lost.length > 0 || changed.some(({ port }) => !isBackedUp(port)) || passed.length > 0;
  const cascades = failedIn.size > 0 || tripped >= MANY_TRIPPED;
  return {
    class: cascades ? 'cascades' : isFelt ? 'felt' : 'absorbed',
    lost,
    interrupted: services.filter(({ isOver }) => isOver),
    changed,
    failedIn: [...failedIn].sort(),
    tripped,
    margin,
    passedLimits: passed,
  };
}

function stillTripped(heard: readonly Happening[]): number {
  const standing = new Set<string>();
  for (const { code, element } of heard) {
    if (TRIPS.has(code)) standing.add(`${TRIPS.get(code)} ${element}`);
    else standing.delete(`${code} ${element}`);
  }
  return standing.size;
}

/** A derated cable still carries what it carries; whoever goes on from a battery goes without nothing yet. */
function isBackedUp(port: string): boolean {
  return port === 'tunnel.cable-limit' || port === 'energy.telecom-supply';
}
