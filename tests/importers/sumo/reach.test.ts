import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Reach } from '../../../sim/importers/sumo/demand/reach';

const edge = fc.integer({ min: 0, max: 11 }).map(String);

/** By what closes a relation: whoever is led to by one who is led to. */
function closure(links: readonly (readonly [string, string])[]): Set<string> {
  const pairs = new Set(links.map(([from, to]) => `${from} ${to}`));
  for (let before = -1; before < pairs.size; ) {
    before = pairs.size;
    for (const one of [...pairs]) {
      const [from, via] = one.split(' ');
      for (const [start, to] of links) if (start === via) pairs.add(`${from} ${to}`);
    }
  }
  return pairs;
}

it('knows where a way leads, whatever was asked before', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(edge, edge), { maxLength: 30 }),
      fc.array(fc.tuple(edge, edge), { minLength: 1, maxLength: 40 }),
      (links, asked) => {
        const reach = new Reach(links);
        const pairs = closure(links);
        for (const [from, to] of asked) expect(reach.leads(from, to)).toBe(from === to || pairs.has(`${from} ${to}`));
      },
    ),
  );
});
