import { BehaviorSubject } from 'rxjs';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Household } from '../../sim';
import type { EngineClient } from '../../src/engine';
import { followHousehold, useHousehold } from '../../src/state/household';

const card = (number: number, power: number) =>
  ({ number, count: 3, members: [], street: {}, power, water: 1 }) as unknown as Household;

function engine(answers: { now(number: number): Household | null; without(number: number): Household | null }) {
  const active$ = new BehaviorSubject(true);
  const householdOf = vi.fn(async (_: string, number: number) => answers.now(number));
  const beside = vi.fn(async (_: string, number: number) => answers.without(number));
  const client = { householdOf, baseline: { active$, householdOf: beside } } as unknown as EngineClient;
  return { client, active$, householdOf };
}

beforeEach(() => {
  vi.useFakeTimers();
  useHousehold.setState({ building: null, number: 0, now: null, without: null });
});
afterEach(() => vi.useRealTimers());

describe('the household that is looked at', () => {
  it('is asked after again and again, with what it would be without the changes', async () => {
    let power = 1;
    const { client, householdOf, active$ } = engine({ now: (n) => card(n, power), without: (n) => card(n, 1) });
    const stop = followHousehold(client, 'home', 0);
    await vi.advanceTimersByTimeAsync(0);
    expect(useHousehold.getState().now?.power).toBe(1);
    power = 0;
    await vi.advanceTimersByTimeAsync(1_600);
    expect(useHousehold.getState()).toMatchObject({ now: { power: 0 }, without: { power: 1 } });
    active$.next(false);
    expect(useHousehold.getState().without).toBeNull();
    stop();
    const asked = householdOf.mock.calls.length;
    await vi.advanceTimersByTimeAsync(10_000);
    expect(householdOf).toHaveBeenCalledTimes(asked);
  });

  it('is the first of a building that is newly picked, and none where nobody lives', async () => {
    const { client, householdOf } = engine({ now: (n) => card(n, 1), without: () => null });
    const first = followHousehold(client, 'home', 0);
    await vi.advanceTimersByTimeAsync(0);
    useHousehold.getState().turnTo(2);
    first();
    useHousehold.setState({ without: card(0, 1) });
    const turned = followHousehold(client, 'home', 2);
    expect(useHousehold.getState().without).toBeNull();
    await vi.advanceTimersByTimeAsync(0);
    expect(useHousehold.getState().now?.number).toBe(2);
    turned();
    const works = engine({ now: () => null, without: () => null });
    followHousehold(works.client, 'works', 0);
    expect(useHousehold.getState()).toMatchObject({ building: 'works', number: 0, now: null });
    await vi.advanceTimersByTimeAsync(10_000);
    expect(works.householdOf).toHaveBeenCalledTimes(1);
    expect(householdOf).toHaveBeenCalledTimes(2);
  });
});
