import type { Fault } from './protocol';

/**
 * Makes this worker fail as workers do, for the tests of whoever watches it. With 'memory' it dies without a word once
 * its heap is full; a browser started with `--js-flags=--max-old-space-size=256` is there in a second. (Chromium ends
 * only the worker when the heap fills with small objects; large arrays take the whole page with them.)
 */
export function provoke(fault: Fault, soon: (callback: () => void) => void): void {
  soon(() => {
    if (fault === 'throw') throw new Error('provoked by a test');
    const hoarded: object[] = [];
    for (let i = 0; ; i++) {
      if (fault === 'memory') hoarded.push({ i, name: `hoarded ${i}`, list: [i, i + 1, i + 2] });
    }
  });
}
