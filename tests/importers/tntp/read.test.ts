import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readTntpFlows, readTntpNetwork, readTntpTrips } from '../../../sim/importers/tntp';
import type { Problem, Result } from '../../../sim/kernel';
import { HEAD, networkText, ROWS, tripsText } from './tntp-text';

function taken<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value;
}

function told(result: Result<unknown>): readonly Problem[] {
  return result.ok ? result.warnings : result.problems;
}

const places = (problems: readonly Problem[]) => problems.map(({ code, path }) => `${code} ${path.join(' ')}`);

describe('a network', () => {
  it('is read column by column, in any of the ways that its numbers are written', () => {
    const network = taken(readTntpNetwork(networkText()));
    expect(network).toMatchObject({ zoneCount: 2, nodeCount: 4, firstThroughNode: 3, linkCount: 5 });
    expect(Array.from(network.initNode)).toEqual([1, 1, 3, 4, 3]);
    expect(Array.from(network.termNode)).toEqual([3, 4, 2, 2, 4]);
    expect(Array.from(network.capacity)).toEqual([100, 80, 90, 100, 70]);
    expect(Array.from(network.length)).toEqual([1.5, 2, 1, 1, 0.5]);
    expect(Array.from(network.freeFlowTime)).toEqual([2, 3, 4, 0.25, 1]);
    expect(Array.from(network.b)).toEqual([0.15, 0.15, 0.5, 0, 1]);
    expect(Array.from(network.power)).toEqual([4, 4, 2.5, 0, 1]);
    expect(Array.from(network.toll)).toEqual([0, 0.25, 0, 0, 0]);
    expect(told(readTntpNetwork(networkText()))).toEqual([]);
  });

  it('reads the same however it is laid out', () => {
    const plain = taken(readTntpNetwork(networkText()));
    const changes: ((text: string) => string)[] = [
      (text) => text.replaceAll('\n', '\r\n'),
      (text) => text.replaceAll('\t', '   '),
      (text) => text.replaceAll('\t;', ' ~ a remark'),
      (text) => text.replaceAll('\t;', ';'),
      (text) => `\uFEFF${text}`,
      (text) => text.replace('> 4', '>4   ~ junctions and zones').replace('<NUMBER OF', '  <Number  of'),
      (text) => text.replace('<END', '<ORIGINAL HEADER>~ Init node \tTerm node ;\n<END'),
      (text) => text.replaceAll('\n\t', '\n\n~ a line\n\t'),
      (text) => text.replace('\t1\t3\t', '\t1.0\t3.\t').replace('\t100\t', '\t1.0D+2\t'),
    ];
    for (const change of changes) {
      const { line: _, ...rest } = taken(readTntpNetwork(change(networkText())));
      const { line: __, ...expected } = plain;
      expect(rest).toEqual(expected);
    }
    const oneLine = networkText([ROWS.join(' ')]);
    expect(taken(readTntpNetwork(oneLine)).linkCount).toBe(5);
  });

  it('follows its headings where they name every column in another order', () => {
    const moved = networkText()
      .split('\n')
      .map((line) => {
        const cells = line.split('\t');
        return cells.length < 11
          ? line
          : [...cells.slice(0, 3), cells[5], cells[4], cells[3], ...cells.slice(6)].join('\t');
      })
      .join('\n');
    expect(moved).toContain('term_node\tfree_flow_time\tlength\tcapacity');
    expect(taken(readTntpNetwork(moved))).toEqual(taken(readTntpNetwork(networkText())));
  });

  it('says what it took though it was not all there', () => {
    const short = ROWS.map((row) => row.split('\t').slice(0, 8).join('\t'));
    const read = readTntpNetwork(
      networkText(
        short,
        HEAD.filter((line) => !line.includes('THRU')),
      ),
    );
    expect(taken(read).firstThroughNode).toBe(1);
    expect(Array.from(taken(read).toll)).toEqual([0, 0, 0, 0, 0]);
    expect(places(told(read))).toEqual(['tntp.first-through-node FIRST THRU NODE', 'tntp.short-rows line 7 link']);
    const long = readTntpNetwork(networkText(ROWS.map((row) => row.replace(';', '9\t;'))));
    expect(places(told(long))).toEqual(['tntp.extra-columns line 8 link']);
    const loop = readTntpNetwork(networkText([...ROWS.slice(0, 4), '3 3 1 1 1 1 1 0 0 0;']));
    expect(places(told(loop))).toEqual(['tntp.loop line 12 link']);
  });

  it.each<[string, string, string[]]>([
    ['a word for a number', networkText().replace('\t0.5\t2.5', '\thalf\t2.5'), ['tntp.number line 10 b']],
    ['a node that is none', networkText().replace('\t3\t2\t', '\t9\t2\t'), ['tntp.unknown-node line 10 init_node']],
    ['half a node', networkText().replace('\t3\t2\t', '\t3\t2.5\t'), ['tntp.number line 10 term_node']],
    ['a negative time', networkText().replace('\t4\t0.5', '\t-4\t0.5'), ['tntp.negative line 10 free_flow_time']],
    ['no capacity', networkText().replace('\t90\t', '\t0\t'), ['tntp.capacity line 10 capacity']],
    ['a row cut short', networkText().replace('\t0.5\t2.5\t50\t0\t2', ''), ['tntp.columns line 10 link']],
    ['a link too few', networkText(ROWS.slice(1)), ['tntp.link-count line 4 NUMBER OF LINKS']],
    ['a link too many', networkText([...ROWS, ROWS[0]]), ['tntp.link-count line 4 NUMBER OF LINKS']],
    ['no end of metadata', networkText().replace('<END OF METADATA>', ''), ['tntp.metadata line 8 metadata']],
    ['nothing', '', ['tntp.metadata metadata']],
    ['more zones than nodes', networkText().replace('ZONES> 2', 'ZONES> 5'), ['tntp.zones line 1 NUMBER OF ZONES']],
    [
      'a count that is none',
      networkText().replace('NODES> 4', 'NODES> 4.5'),
      ['tntp.metadata-value line 2 NUMBER OF NODES'],
    ],
    ['no count', networkText(ROWS, HEAD.slice(1)), ['tntp.metadata-missing NUMBER OF ZONES']],
    ['a count twice', networkText(ROWS, [HEAD[0], ...HEAD]), ['tntp.metadata-twice line 2 NUMBER OF ZONES']],
    ['an endless number', networkText().replace('\t90\t', '\t1e999\t'), ['tntp.number line 10 capacity']],
  ])('is refused with %s, by its line', (_, text, expected) => {
    const read = readTntpNetwork(text);
    expect(read.ok).toBe(false);
    expect(places(told(read))).toEqual(expected);
  });

  it('names everything that is wrong at once, and counts what would flood', () => {
    const broken = networkText(Array.from({ length: 2_000 }, () => '1 3 x 1 1 1 1 0 0 0;'));
    const problems = told(readTntpNetwork(broken));
    expect(problems.length).toBeLessThan(600);
    expect(problems.at(-1)).toMatchObject({ code: 'tntp.more', message: '1500 more problems are not listed' });
  });
});

describe('a trip table', () => {
  const whole = tripsText('Origin \t1\n    1 :     3.0;    2 :     5.0;\nOrigin 2\n 1 : 4.0; 2 : 0.0;');

  it('is read origin by origin; pairs without trips are none, and those within a zone are kept', () => {
    const trips = taken(readTntpTrips(whole));
    expect(Array.from(trips.origin)).toEqual([1, 1, 2]);
    expect(Array.from(trips.destination)).toEqual([1, 2, 1]);
    expect(Array.from(trips.trips)).toEqual([3, 5, 4]);
    expect(trips.total).toBe(12);
    expect(told(readTntpTrips(whole))).toEqual([]);
  });

  it('reads the same however it is laid out', () => {
    const expected = taken(readTntpTrips(whole));
    const bodies = [
      'Origin 1\n1:3;2:5;\nOrigin 2\n1:4;2:0',
      'origin 1 1 : 3.0 ; 2 : 5.0 ; ORIGIN 2 1 : 4.0 ; 2 : 0.0 ;',
      'Origin 1\n1 :\n3.0;\n2\n: 5.0; ~ half of them\nOrigin\n2\n1 : .4E1;',
      '~ all\r\nOrigin 1\r\n1 : 3.0;\r\n\r\n2 : 5.0;\r\nOrigin 2\r\n1 : 4.0;\r\n',
    ];
    for (const body of bodies) expect(taken(readTntpTrips(tripsText(body)))).toEqual(expected);
  });

  it('gives back any table that is written', () => {
    const table = fc.uniqueArray(
      fc.tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 9_999 })),
      { selector: ([from, to]) => 10 * from + to, maxLength: 60 },
    );
    fc.assert(
      fc.property(table, (entries) => {
        const sorted = [...entries].sort((a, b) => a[0] - b[0]);
        const body = sorted.map(([from, to, count]) => `Origin ${from}\n ${to} : ${count / 4};`).join('\n');
        const total = sorted.reduce((sum, [, , count]) => sum + count / 4, 0);
        const read = readTntpTrips(tripsText(body, String(total), '9'));
        expect(told(read)).toEqual([]);
        const { origin, destination, trips } = taken(read);
        expect(sorted).toEqual(Array.from(origin, (from, i) => [from, destination[i], trips[i] * 4]));
      }),
    );
  });

  it('whose total does not add up is taken, and the difference told', () => {
    const read = readTntpTrips(tripsText('Origin 1\n 2 : 5.0;', '6.0'));
    expect(taken(read).total).toBe(5);
    expect(places(told(read))).toEqual(['tntp.total line 2 TOTAL OD FLOW']);
    expect(told(readTntpTrips(tripsText('Origin 1\n 2 : 5.0;', '5.00001')))).toEqual([]);
  });

  it.each<[string, string, string[]]>([
    ['negative trips', 'Origin 1\n 2 : -5;', ['tntp.negative line 7 trips']],
    ['a word for a number', 'Origin 1\n 2 : many;', ['tntp.number line 7 trips']],
    ['an origin that is none', 'Origin 3\n 2 : 5;', ['tntp.unknown-zone line 6 Origin']],
    ['a destination that is none', 'Origin 1\n 3 : 5;', ['tntp.unknown-zone line 7 destination']],
    ['trips before any origin', ' 2 : 5;', ['tntp.no-origin line 6 trips']],
    ['a pair given twice', 'Origin 1\n 2 : 5;\n 2 : 6;', ['tntp.pair-twice line 8 trips']],
    ['no colon', 'Origin 1\n 2 5;', ['tntp.entry line 7 trips']],
    ['an end within an entry', 'Origin 1\n 2 :', ['tntp.cut-off line 8 trips']],
  ])('is refused with %s, by its line', (_, body, expected) => {
    const read = readTntpTrips(tripsText(body));
    expect(read.ok).toBe(false);
    expect(places(told(read))).toEqual(expected);
  });
});

describe('a solution of somebody else', () => {
  it('is read with headings, with metadata, and with colons', () => {
    const plain = taken(readTntpFlows('From \tTo \tVolume \tCost \n1 \t3 \t4.5 \t6 \n3 \t2 \t7e0 \t8 \n'));
    expect(plain).toEqual({
      from: Int32Array.of(1, 3),
      to: Int32Array.of(3, 2),
      volume: Float64Array.of(4.5, 7),
    });
    const other = '<NUMBER OF LINKS> 2\n<END OF METADATA>\n~ Tail Head : Volume Cost ;\n1 3 : 4.5 6 ;\n3 2 : 7 8 ;\n';
    expect(taken(readTntpFlows(other))).toEqual(plain);
    expect(places(told(readTntpFlows('From To Volume\n1 2 x\n')))).toEqual(['tntp.flow line 2 flow', 'tntp.flow flow']);
  });
});

describe('rubbish of any kind', () => {
  it('is refused or taken, and never throws', () => {
    const pieces = fc.constantFrom(...networkText().split(/(\s+)/), 'Origin', ':', ';', '<', '>', '~', '-1', '\0', '𝒳');
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 120 }), (words) => {
        for (const read of [readTntpNetwork, readTntpTrips, readTntpFlows]) {
          const result = read(words.join(''));
          if (!result.ok) expect(result.problems.length).toBeGreaterThan(0);
        }
      }),
      { numRuns: 300 },
    );
  });
});
