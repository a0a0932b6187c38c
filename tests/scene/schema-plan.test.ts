import type * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { everySchema } from '../../sim/scene/patterns';
import { NodeKind, nodeOf, type SchemaNode } from '../../sim/scene/schema-plan';

const numbers = [0, -0, 1, -1, 0.5, -0.5, 1e-9, 2, 3.999, 4, 10, 60, 100, 180, 359.9, 360, 1_440, 1e6, 1e300];
const values: readonly unknown[] = [
  ...numbers,
  ...numbers.map((each) => -each),
  ...numbers.map((each) => each + 1e-12),
  Number.NaN,
  Number.POSITIVE_INFINITY,
  Number.NEGATIVE_INFINITY,
  Number.MAX_VALUE,
  -Number.MAX_VALUE,
  '',
  'a',
  'a-b/1',
  'A B',
  '北',
  ' ',
  '0',
  '#12ab34',
  'x'.repeat(64),
  'x'.repeat(400),
  true,
  false,
  null,
  undefined,
  [],
  {},
  [0],
  new String('a'),
  new Number(1),
];

function everyNode(): Set<SchemaNode> {
  const seen = new Set<SchemaNode>();
  const visit = (node: SchemaNode) => {
    if (seen.has(node)) return;
    seen.add(node);
    node.children.forEach(visit);
  };
  for (const [, schema] of everySchema) visit(nodeOf(schema as v.GenericSchema));
  return seen;
}

describe('a schema laid out for walking', () => {
  it('lets pass of every leaf of the format exactly what valibot finds no fault with', () => {
    const kinds = new Map<NodeKind, number>();
    let passed = 0;
    for (const node of everyNode()) {
      kinds.set(node.kind, (kinds.get(node.kind) ?? 0) + 1);
      if (node.kind < NodeKind.number || node.kind === NodeKind.other) continue;
      const words = node.words ? [...node.words] : [];
      const bounds = [node.least, node.most, node.above]
        .filter(Number.isFinite)
        .flatMap((at) => [at, at - 1e-9, at + 1e-9]);
      for (const value of [...values, ...words, ...bounds]) {
        const isSound = node.schema['~run']({ value }, {}).issues === undefined;
        expect(node.passes(value), `${node.schema.type} and ${String(value)}`).toBe(isSound);
        if (isSound) passed++;
      }
    }
    for (const kind of [NodeKind.number, NodeKind.text, NodeKind.word]) expect(kinds.get(kind)).toBeGreaterThan(5);
    expect(passed).toBeGreaterThan(500);
  });

  it('leaves few leaves of the format to valibot', () => {
    const nodes = [...everyNode()];
    const leaves = nodes.filter(({ kind }) => kind >= NodeKind.number);
    expect(leaves.filter(({ kind }) => kind === NodeKind.other).length / leaves.length).toBeLessThan(0.1);
  });
});
