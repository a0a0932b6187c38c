import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Decoder, Encoder } from '../../sim/kernel';
import type { AnyDomain, Meeting, Port } from '../../sim/ports';
import { PortExchange } from '../../sim/runtime/port-exchange';
import { smallCity } from './small-city';

// biome-ignore lint/suspicious/noExplicitAny: ports of these tests are not the product's
type Loose = any;

const someone = (name: string, periodSeconds: number, reads: string[], writes: string[]) =>
  ({ name, periodSeconds, reads, writes }) as Loose as AnyDomain;

interface Setting {
  /** Whether the writer asks for the port in a step; in every one unless told. What it wrote last still stands. */
  readonly writesAt?: (at: number) => boolean;
  readonly meets: Meeting;
  readonly writerPeriod: number;
  readonly readerPeriod: number;
}

/** A writer that counts up and a reader that notes what it sees, each at its own period. */
function meet({ meets, writerPeriod, readerPeriod, writesAt = () => true }: Setting, seconds: number) {
  const port: Port = { writer: 'writer', per: 'gate', unit: 'm³', initial: 0, meets };
  const domains = [someone('reader', readerPeriod, ['p'], []), someone('writer', writerPeriod, [], ['p'])];
  let exchange = new PortExchange(domains, smallCity(), { p: port });
  const seen: { at: number; value: number }[] = [];
  let written = 0;
  for (let at = 0; at < seconds; at++) {
    const due = [0, 1].filter((index) => at % domains[index].periodSeconds === 0);
    for (const index of due) exchange.handOver(index);
    for (const index of due) {
      if (index === 0) seen.push({ at, value: exchange.read(0, 'p')[0] });
      else if (writesAt(at)) {
        written++;
        exchange.write(1, 'p').fill(written);
      }
    }
    for (const index of due) exchange.publish(index);
    exchange = reborn(exchange, domains, port);
  }
  return seen;
}

/** Saved and loaded into a new one: nothing may be lost on the way. */
function reborn(exchange: PortExchange, domains: AnyDomain[], port: Port): PortExchange {
  const to = new Encoder('ports', 1);
  exchange.save(to);
  const copy = new PortExchange(domains, smallCity(), { p: port });
  const from = new Decoder(to.finish(), 'ports', 1);
  copy.load(from)();
  from.end();
  return copy;
}

const upTo = (count: number) => (count * (count + 1)) / 2;

describe('the exchange of ports', () => {
  it('lets everybody read what was written before this tick, never in it', () => {
    const seen = meet({ meets: 'last', writerPeriod: 1, readerPeriod: 1 }, 4);
    expect(seen.map((each) => each.value)).toEqual([0, 1, 2, 3]);
  });

  it('shows a slow reader the last value, or the mean over its period', () => {
    expect(meet({ meets: 'last', writerPeriod: 1, readerPeriod: 4 }, 9).map((each) => each.value)).toEqual([0, 4, 8]);
    expect(meet({ meets: 'mean', writerPeriod: 1, readerPeriod: 4 }, 9).map((each) => each.value)).toEqual([
      0, 2.5, 6.5,
    ]);
  });

  it('hands on what the writer leaves as it was, as if it had written that again', () => {
    const once = (at: number) => at === 0;
    for (const meets of ['last', 'mean', 'sum'] as const) {
      const seen = meet({ meets, writerPeriod: 1, readerPeriod: 4, writesAt: once }, 13).map((each) => each.value);
      expect(seen, meets).toEqual([0, ...Array(3).fill(meets === 'sum' ? 4 : 1)]);
    }
  });

  it('gives a slow reader all of a sum that was written since its last step', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 6 }), (writerPeriod, times) => {
        const readerPeriod = writerPeriod * times;
        const seen = meet({ meets: 'sum', writerPeriod, readerPeriod }, 61);
        const taken = seen.reduce((sum, each) => sum + each.value, 0);
        const last = seen[seen.length - 1].at;
        expect(taken).toBe(upTo(last / writerPeriod));
      }),
      { numRuns: 24 },
    );
  });

  it('spreads a sum evenly over the steps of a quicker reader, so that nothing is counted twice', () => {
    const seen = meet({ meets: 'sum', writerPeriod: 4, readerPeriod: 1 }, 13);
    // Written 1 at 0, 2 at 4, 3 at 8: read a quarter at each of the four steps that follow.
    expect(seen.map((each) => each.value)).toEqual([
      0,
      ...Array(4).fill(0.25),
      ...Array(4).fill(0.5),
      ...Array(4).fill(0.75),
    ]);
  });

  it('keeps a port at its initial value when its writer takes no part', () => {
    const port: Port = { writer: 'absent', per: 'gate', unit: 'fraction', initial: 1, meets: 'mean' };
    const exchange = new PortExchange([someone('reader', 60, ['p'], [])], smallCity(), { p: port });
    exchange.handOver(0);
    expect([...exchange.read(0, 'p')]).toEqual([1, 1]);
  });

  it('refuses what was not declared, and a writer that is not the port’s', () => {
    const port: Port = { writer: 'writer', per: 'gate', unit: 'm³', initial: 0, meets: 'last' };
    const exchange = new PortExchange([someone('reader', 1, [], [])], smallCity(), { p: port });
    expect(() => exchange.read(0, 'p')).toThrow(/declares/);
    expect(() => exchange.write(0, 'p')).toThrow(/declares/);
    expect(() => new PortExchange([someone('reader', 1, [], ['p'])], smallCity(), { p: port })).toThrow(/whose writer/);
  });

  it('carries the happening behind each value from writer to reader, through a save too, where a port tells it', () => {
    const port: Port = { writer: 'writer', per: 'gate', unit: 'fraction', initial: 0, meets: 'last', tells: true };
    const domains = [someone('reader', 1, ['p', 'q'], []), someone('writer', 1, [], ['p', 'q'])];
    const table = { p: port, q: { ...port, tells: undefined } };
    const exchange = new PortExchange(domains, smallCity(), table);
    exchange.writeCauses(1, 'p')[0] = 41;
    expect(exchange.readCauses(0, 'p')[0]).toBe(0);
    exchange.publish(1);
    const to = new Encoder('ports', 1);
    exchange.save(to);
    const copy = new PortExchange(domains, smallCity(), table);
    copy.load(new Decoder(to.finish(), 'ports', 1))();
    expect(copy.readCauses(0, 'p')[0]).toBe(41);
    copy.publish(1);
    expect(copy.readCauses(0, 'p')[0]).toBe(41);
    expect(() => exchange.readCauses(0, 'q')).toThrow('a declared port that tells');
  });
});
