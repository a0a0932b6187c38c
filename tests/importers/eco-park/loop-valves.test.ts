/** Where loops of heat and cold can be shut: the codes want a valve at the head of every line, and none further apart than a kilometre or so. */
import { describe, expect, it } from 'vitest';
import { ecoPark } from './scene-files';

const { heat, cooling } = ecoPark();

describe.each([...heat!.loops, ...cooling!.loops].map((loop) => [loop.id, loop] as const))('loop %s', (_, loop) => {
  const valves = new Map(loop.valves.map((valve) => [valve.pipe, valve]));
  const [{ node: station }] = loop.sources;

  it('is let out of its station, and into every branch, through a valve', () => {
    const from = new Map<string, string[]>();
    for (const pipe of loop.pipes) from.set(pipe.from, [...(from.get(pipe.from) ?? []), pipe.id]);
    for (const [node, pipes] of from) {
      if (node !== station && pipes.length === 1) continue;
      for (const pipe of pipes) expect(valves.get(pipe)?.remote, pipe).toBe(node === station);
    }
  });

  it('can be parted at least every kilometre and a half', () => {
    const into = new Map(loop.pipes.map((pipe) => [pipe.to, pipe]));
    for (const pipe of loop.pipes) {
      let lengthM = pipe.lengthM;
      for (let at = pipe; !valves.has(at.id); lengthM += at.lengthM) at = into.get(at.from)!;
      expect(lengthM).toBeLessThanOrEqual(1_500);
    }
  });
});
