/**
 * Every single failure of a city, one after the other, from the same moment. Each is lived first in its own network alone,
 * with all others standing as they stood; where any of those is told of something, it is lived again with them on the
 * clock, until nobody who stands still hears anything. Failures that tell the others the same share that second life.
 */
import type { AnyDomain, KnobName } from '../../ports';
import type { JobDesk } from '../../runtime';
import type { Scenario } from '../../scenarios';
import type { CompiledScene } from '../../scene';
import { type ChainLink, chainOf } from './chain';
import { changedPorts } from './changed-ports';
import { Forks, type Lived } from './forks';
import { judge, type Verdict } from './judge';
import { listFailures, type SingleFailure } from './list-failures';
import { merged } from './merged';
import {
  atFirstDeadline,
  atSecondDeadline,
  FIRST_DEADLINE_S,
  SECOND_DEADLINE_S,
  type Security,
  withoutKw,
} from './security';

export interface FailureStudyOptions {
  readonly scene: CompiledScene;
  readonly scenario: Scenario;
  /** On the clock; the rest of `readers` would hear, and stands aside. */
  readonly domains: readonly AnyDomain[];
  readonly readers: readonly AnyDomain[];
  /** Needed where a domain asks for long work. */
  readonly desk?: JobDesk;
  /** When each failure begins. */
  readonly fromSeconds: number;
  readonly kinds?: readonly string[];
  /** Every so-manyeth of each kind; all of them without. */
  readonly every?: number;
  /** Asked now and then; the study goes on when it has answered. */
  progressed?(done: number, of: number): Promise<void> | void;
}

export interface FailureRow extends Omit<SingleFailure, 'intervention' | 'claim' | 'actsIn'>, Verdict {
  readonly chain: readonly ChainLink[];
  /** The failure whose second life this one shares. */
  readonly sameAs: string | null;
  /** Of those that leave customers without power: whether that is within what DL/T 256-2012 allows. */
  readonly security: Security | null;
}

export interface FailureStudy {
  readonly sceneHash: string;
  readonly fromSeconds: number;
  readonly graceSeconds: number;
  readonly rows: readonly FailureRow[];
  readonly leftOut: ReturnType<typeof listFailures>['leftOut'];
}

interface SecondLife {
  readonly failure: SingleFailure;
  readonly lived: Lived;
  readonly undisturbed: Lived;
}

export const GRACE_S = FIRST_DEADLINE_S;

export async function studySingleFailures(options: FailureStudyOptions): Promise<FailureStudy> {
  const { scene, domains, readers, fromSeconds, every = 1 } = options;
  const names = domains.map(({ name }) => name);
  const listed = listFailures(scene, names, fromSeconds, options.kinds);
  const count = new Map<string, number>();
  const failures = listed.failures.filter(({ kind }) => {
    const k = count.get(kind) ?? 0;
    count.set(kind, k + 1);
    return k % every === 0;
  });
  const durationSeconds = Math.max(options.scenario.durationSeconds, fromSeconds + SECOND_DEADLINE_S);
  const scenario = { ...options.scenario, domains: names, durationSeconds };
  const forks = new Forks({ ...options, scenario });
  const lives = new Map<string, SecondLife>();
  const securities = new Map<string, Security>();
  const rows: FailureRow[] = [];
  const alike = new Map(domains.map((domain) => [domain.name, domain.alike?.(scene)]));
  const twins = new Map<string, FailureRow>();
  for (const failure of failures) {
    const { claim, domain } = failure;
    const twin = alike.get(domain)?.(claim.knob as KnobName, claim.slot) ?? null;
    const known = twin === null ? undefined : twins.get(`${domain} ${twin}`);
    const row = known === undefined ? liveOne(failure) : sharing(known, failure);
    if (twin !== null && known === undefined) twins.set(`${domain} ${twin}`, row);
    rows.push(row);
    await options.progressed?.(rows.length, failures.length);
  }
  const { leftOut } = listed;
  return { sceneHash: scene.hash, fromSeconds, graceSeconds: GRACE_S, rows, leftOut };

  function liveOne(failure: SingleFailure): FailureRow {
    const own = forks.live(failure.intervention, failure.actsIn, GRACE_S);
    const usual = forks.live(null, failure.actsIn, GRACE_S);
    const changed = changedPorts(own, usual, scene);
    const told = JSON.stringify(changed.map(({ port, elements }) => [port, elements]));
    const life = changed.length === 0 ? { failure, lived: own, undisturbed: usual } : lifeOf(failure, own, usual, told);
    const isOwn = life.failure === failure;
    const lived = isOwn ? life.lived : merged(own, life.lived, failure.domain);
    const undisturbed = isOwn ? life.undisturbed : merged(usual, life.undisturbed, failure.domain);
    const verdict = judge(failure, lived, undisturbed, scene, readers);
    const { kind, element, elementKind, level, domain } = failure;
    return {
      kind,
      element,
      elementKind,
      level,
      domain,
      ...verdict,
      chain: isOwn ? chainIn(lived) : joined(chainIn(own), chainIn(life.lived), domain),
      sameAs: isOwn ? null : life.failure.element,
      security: securityOf(failure, own, usual, told),
    };
  }

  function chainIn({ heard }: Lived): ChainLink[] {
    return chainOf(heard, (tick) => forks.secondsAt(tick) - fromSeconds);
  }

  /** Of those that tell others the same, the first one's. */
  function lifeOf(failure: SingleFailure, own: Lived, usual: Lived, told: string): SecondLife {
    const key = `${failure.domain} ${told}`;
    const life = lives.get(key) ?? secondLife(failure, own, usual);
    lives.set(key, life);
    return life;
  }

  /** With everybody on the clock who hears something new. */
  function secondLife(failure: SingleFailure, own: Lived, usual: Lived): SecondLife {
    const moving = [...failure.actsIn];
    let life = { failure, lived: own, undisturbed: usual };
    for (;;) {
      const changed = changedPorts(life.lived, life.undisturbed, scene);
      const woken = domains.filter(
        ({ name, reads }) =>
          !moving.includes(name) && changed.some(({ port }) => (reads as readonly string[]).includes(port)),
      );
      if (woken.length === 0) return life;
      moving.push(...woken.map(({ name }) => name));
      life = {
        failure,
        lived: forks.live(failure.intervention, moving, GRACE_S),
        undisturbed: forks.live(null, moving, GRACE_S),
      };
    }
  }

  function securityOf(
    { actsIn, intervention }: SingleFailure,
    own: Lived,
    usual: Lived,
    told: string,
  ): Security | null {
    const leftKw = withoutKw(own, usual);
    const lostKwh =
      (own.figures['energy.unserved-electricity'] ?? 0) - (usual.figures['energy.unserved-electricity'] ?? 0);
    if (!(lostKwh > 0)) return null;
    const first = atFirstDeadline((3_600 * lostKwh) / GRACE_S, leftKw);
    if (first !== 'later') return first;
    // Who is told the same and is without the same hangs on the same section: crews switch it the same way.
    const key = `${told} ${leftKw.toFixed(0)}`;
    const known = securities.get(key);
    if (known !== undefined) return known;
    const late = forks.live(intervention, actsIn, SECOND_DEADLINE_S);
    const second = atSecondDeadline(withoutKw(late, forks.live(null, actsIn, SECOND_DEADLINE_S)));
    securities.set(key, second);
    return second;
  }
}

/** Nothing can part the two: what befell the one befalls the other. */
function sharing(row: FailureRow, { kind, element, elementKind, level }: SingleFailure): FailureRow {
  return { ...row, kind, element, elementKind, level, sameAs: row.sameAs ?? row.element };
}

/** A chain through its own network, and what another's second life adds to it in all others. */
function joined(own: readonly ChainLink[], others: readonly ChainLink[], domain: string): ChainLink[] {
  return [...own, ...others.filter(({ code }) => !code.startsWith(`${domain}.`))].sort((a, b) => a.seconds - b.seconds);
}
