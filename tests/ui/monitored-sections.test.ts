import { describe, expect, it } from 'vitest';
import {
  inHeldOrder,
  type MonitorColumn,
  monitorColumns,
  monitored,
  sortedBy,
} from '../../src/state/monitored-sections';
import { SECTION_STRIDE } from '../../src/state/section-state';

const AIR = 0.2095;
const names = ['c', 'a', 'd', 'b'].map((id) => ({ id, name: `section ${id}`, kind: 'gas' as const }));
const rows = Float32Array.from([
  ...[0, 0, 0.3, 1, 0, 15, 100, 0, AIR],
  ...[2, 0.31, 0, 0, 0, 16, 100, 0, 0.19],
  ...[0, 0, 0, 0, 1, 240, 3, 0, 0.15],
  ...[0, 0, 0, 0, 0, 14, 100, 0, AIR],
]);
const order = (column: MonitorColumn, isReversed = false) =>
  sortedBy(monitored(rows, names), column, isReversed, 'en')
    .map(({ id }) => id)
    .join('');

describe('the list of all sections', () => {
  it('has every section of a frame, and says which of them somebody has to act on', () => {
    expect(monitored(rows, names).map(({ id, gravity }) => [id, gravity])).toEqual([
      ['c', 2],
      ['a', 2],
      ['d', 2],
      ['b', 0],
    ]);
    expect(monitored(rows.subarray(0, SECTION_STRIDE), names)).toHaveLength(1);
    expect(monitored(new Float32Array(0), names)).toEqual([]);
  });

  it('puts first what is worst of the column that is looked at, and turns round', () => {
    expect(monitorColumns.map((column) => order(column))).toEqual([
      'acdb',
      'abcd',
      'abcd',
      'dabc',
      'dacb',
      'cabd',
      'dabc',
    ]);
    expect(order('air', true)).toBe('bcad');
  });

  it('leaves rows where they lie while somebody aims at one, whatever the air does; new ones follow', () => {
    const sorted = sortedBy(monitored(rows, names), 'air', false, 'en');
    const held = inHeldOrder(sorted, ['b', 'a', 'gone', 'c']);
    expect(held.map(({ id }) => id).join('')).toBe('bacd');
  });
});
