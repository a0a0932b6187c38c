import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { type FlowLink, type FlowNode, flowLinks, innerNodes } from '../../sim';
import { sankeyGraph } from '../../src/panels/sankey/sankey-graph';
import { placeLabels } from '../../src/panels/sankey/sankey-labels';
import { bandPath, layOut } from '../../src/panels/sankey/sankey-layout';
import { addReading, flowsThrough } from '../../src/state/flow-record';
import { forgetFlows, tellFlows, useFlows } from '../../src/state/flows';

const links: readonly FlowLink[] = flowLinks({ heat: undefined } as Parameters<typeof flowLinks>[0]);
const stores = ['battery', 'heat-store', 'cold-store'];
const inner = innerNodes(links).filter((node) => !stores.includes(node));
const rowOf = (from: FlowNode, to: FlowNode) => links.findIndex((link) => link.from === from && link.to === to);

/** Any flows that balance at every node: what is lacking comes in from outside, what is left over goes out. */
const balanced = fc
  .array(fc.double({ min: 0, max: 1e5, noNaN: true }), { minLength: links.length, maxLength: links.length })
  .map((drawn) => {
    const values = Float64Array.from(drawn, (value, i) => (links[i].from === 'unserved' ? 0 : value < 2e4 ? 0 : value));
    const exits: Partial<Record<FlowNode, readonly [FlowNode, FlowNode, 1 | -1]>> = {
      electricity: ['grid', 'electricity', 1],
      'heat-90': ['heat-90', 'stock', -1],
      'heat-45': ['heat-45', 'stock', -1],
      cooling: ['cooling', 'stock', -1],
      engines: ['gas', 'engines', 1],
      boilers: ['gas', 'boilers', 1],
      'heat-pumps': ['ambient', 'heat-pumps', 1],
      chillers: ['surroundings', 'chillers', 1],
      absorption: ['absorption', 'rejected', -1],
      pumps: ['pumps', 'pump-losses', -1],
    };
    for (const node of inner) {
      const [from, to, sign] = exits[node]!;
      let off = 0;
      links.forEach((link, i) => {
        if (link.from === 'unserved') return;
        if (link.to === node) off += values[i];
        if (link.from === node) off -= values[i];
      });
      values[rowOf(from, to)] -= sign * off;
    }
    return values;
  });

const SIZE = { width: 1_200, height: 700, boxWidth: 10, gap: 12, bandGap: 1 };

describe('a picture of flows', () => {
  it('lets as much out of every box as comes in, and as much at the right as comes in at the left', () => {
    fc.assert(
      fc.property(balanced, (values) => {
        const { nodes, links: drawn, total } = sankeyGraph(links, values, values);
        for (const { id, side, value } of nodes) {
          const given = drawn.reduce((sum, link) => (link.from === id ? sum + link.value : sum), 0);
          const taken = drawn.reduce((sum, link) => (link.to === id ? sum + link.value : sum), 0);
          if (side === 'passes') expect(Math.abs(given - taken)).toBeLessThan(1e-6 * Math.max(1, value));
          else expect(Math.min(given, taken)).toBe(0);
        }
        const out = nodes.reduce((sum, { side, value }) => (side === 'takes' ? sum + value : sum), 0);
        expect(Math.abs(out - total)).toBeLessThan(1e-6 * Math.max(1, total));
      }),
    );
  });

  it('leads every band from left to right, whatever its sign is', () => {
    fc.assert(
      fc.property(balanced, (values) => {
        const { nodes, links: drawn } = sankeyGraph(links, values, values);
        const columnOf = new Map(nodes.map(({ id, column }) => [id, column]));
        for (const { from, to, value } of drawn) {
          expect(value).toBeGreaterThan(0);
          expect(columnOf.get(to)!).toBeGreaterThan(columnOf.get(from)!);
        }
      }),
    );
  });

  it('has no boxes that overlap, none outside, and bands that fill the sides of their boxes', () => {
    fc.assert(
      fc.property(balanced, (values) => {
        const graph = sankeyGraph(links, values, values);
        const { boxes, bands, scale } = layOut(graph, SIZE);
        for (let column = 0; column < graph.columns; column++) {
          const here = boxes.filter(({ node }) => node.column === column).sort((a, b) => a.y - b.y);
          here.forEach(({ y, node }, i) => {
            const height = node.value * scale;
            expect(y).toBeGreaterThanOrEqual(-1e-6);
            expect(y + height).toBeLessThanOrEqual(SIZE.height + 1e-6);
            if (i > 0) expect(y).toBeGreaterThanOrEqual(here[i - 1].y + here[i - 1].node.value * scale - 1e-6);
          });
        }
        for (const { node, y } of boxes) {
          for (const side of ['from', 'to'] as const) {
            const own = bands.filter(({ link }) => link[side] === node.id);
            const sum = own.reduce((total, { link }) => total + link.value * scale, 0);
            if (own.length === 0) continue;
            expect(Math.abs(sum - node.value * scale)).toBeLessThan(1e-3);
            const ends = own.map(({ points }) => points.at(side === 'from' ? 0 : -1)!.y).sort((a, b) => a - b);
            expect(ends[0]).toBeCloseTo(y, 6);
          }
        }
        for (const band of bands) expect(bandPath(band)).not.toMatch(/NaN|Infinity/);
      }),
      { numRuns: 40 },
    );
  });

  it('keeps its order of boxes and its columns when values change', () => {
    fc.assert(
      fc.property(balanced, fc.double({ min: 0.1, max: 10, noNaN: true }), (values, factor) => {
        const changed = values.map((value, i) => (links[i].carrier === 'heat' ? value * factor : value));
        const columns = (graph: ReturnType<typeof sankeyGraph>) => graph.nodes.map(({ id, column }) => [id, column]);
        expect(columns(sankeyGraph(links, changed, values))).toEqual(columns(sankeyGraph(links, values, values)));
      }),
    );
  });

  it('has names that never overlap; the largest keep theirs where there is no room for all', () => {
    const box = fc.record({
      y: fc.double({ min: 0, max: 600, noNaN: true }),
      height: fc.double({ min: 0, max: 100, noNaN: true }),
    });
    fc.assert(
      fc.property(fc.array(box, { maxLength: 40 }), (drawn) => {
        const boxes = drawn.map((each) => ({ ...each, x: 0, node: {} as never }));
        const labels = placeLabels(boxes, 30, 700);
        labels.forEach(({ y }, i) => {
          expect(y).toBeGreaterThanOrEqual(15 - 1e-9);
          expect(y).toBeLessThanOrEqual(685 + 1e-9);
          if (i > 0) expect(y - labels[i - 1].y).toBeGreaterThanOrEqual(30 - 1e-9);
        });
        expect(labels).toHaveLength(Math.min(boxes.length, 23));
        const least = Math.min(...labels.map(({ box: { height } }) => height));
        const without = boxes.filter((each) => labels.every(({ box: own }) => own !== each));
        for (const { height } of without) expect(height).toBeLessThanOrEqual(least);
      }),
    );
  });

  it('draws a store on the left for what it gives and on the right for what it takes', () => {
    const values = new Float64Array(links.length);
    values[rowOf('grid', 'electricity')] = 10;
    values[rowOf('battery', 'electricity')] = 2;
    values[rowOf('electricity', 'battery')] = 5;
    values[rowOf('electricity', 'homes')] = 7;
    const { nodes, total } = sankeyGraph(links, values, values);
    expect(nodes.filter(({ of }) => of === 'battery').map(({ side, value }) => [side, value])).toEqual([
      ['gives', 2],
      ['takes', 5],
    ]);
    expect(total).toBe(12);
  });
});

describe('flows that are remembered', () => {
  afterEach(forgetFlows);
  const reading = (reachesSeconds: number, kwh: number) => ({
    reachesSeconds,
    kw: Float32Array.of(kwh / 100),
    kwh: Float32Array.of(kwh),
  });

  it('tell the last hour by the reading that is an hour old, and less where less is known', () => {
    let record = [reading(60, 1)] as ReturnType<typeof addReading>;
    for (let minute = 2; minute <= 150; minute++) record = addReading(record, reading(60 * minute, minute));
    const newest = record.at(-1)!;
    const hour = flowsThrough(record, newest, 'hour');
    expect([hour.fromSeconds, hour.toSeconds, hour.values[0], hour.isPower]).toEqual([5_400, 9_000, 60, false]);
    expect(flowsThrough(record, newest, 'start')).toMatchObject({ fromSeconds: 0, values: Float32Array.of(150) });
    expect(flowsThrough(record, newest, 'now')).toMatchObject({ isPower: true, values: Float32Array.of(1.5) });
    expect(record.length).toBeLessThan(130);
    const young = [reading(600, 4)];
    expect(flowsThrough(young, young[0], 'hour')).toMatchObject({ fromSeconds: 0, values: Float32Array.of(4) });
    const jumped = [reading(50_000, 40), reading(50_600, 44)];
    expect(flowsThrough(jumped, jumped[1], 'hour')).toMatchObject({ fromSeconds: 50_000, values: Float32Array.of(4) });
  });

  it('forget what lies ahead after a jump back', () => {
    const record = [reading(60, 1), reading(120, 2), reading(180, 3)];
    expect(addReading(record, reading(120, 9)).map(({ kwh }) => kwh[0])).toEqual([1, 9]);
  });

  it('are copied from a frame once a step of the engine', () => {
    const rows = Float32Array.of(5, 50, 6, 60, 0, 120);
    tellFlows(rows);
    const { record } = useFlows.getState();
    expect(record[0]).toEqual({ reachesSeconds: 120, kw: Float32Array.of(5, 6), kwh: Float32Array.of(50, 60) });
    rows[0] = 7;
    tellFlows(rows);
    expect(useFlows.getState().record).toBe(record);
    tellFlows(new Float32Array(0));
    expect(useFlows.getState().record).toBe(record);
  });
});
