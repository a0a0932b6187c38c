import { type AnyDomain, type LimitName, limits } from '../ports';
import type { CompiledScene } from '../scene/compiled';

/** Asks every domain how near its elements are to their limits. */
export function strainsOf(
  domains: readonly AnyDomain[],
  states: readonly unknown[],
  { elements }: CompiledScene,
): ReadonlyMap<LimitName, Float64Array> {
  const told = new Map<LimitName, Float64Array>();
  domains.forEach((domain, index) => {
    domain.strain?.(states[index], (limit) => {
      const { domain: owner, per } = limits[limit];
      if (owner !== domain.name)
        throw new Error(`'${domain.name}' told of the limit '${limit}', which is of '${owner}'`);
      const used = told.get(limit) ?? new Float64Array(elements[per].count).fill(Number.NaN);
      told.set(limit, used);
      return used;
    });
  });
  return told;
}
