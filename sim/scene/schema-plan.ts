import type * as v from 'valibot';

/** What valibot's schema objects say about themselves; the fields depend on the type. */
export interface WalkableSchema {
  readonly type: string;
  readonly entries?: Readonly<Record<string, v.GenericSchema>>;
  readonly item?: v.GenericSchema;
  readonly items?: readonly v.GenericSchema[];
  readonly wrapped?: v.GenericSchema;
  readonly options?: readonly unknown[];
  readonly literal?: unknown;
  readonly expects?: string;
  readonly pipe?: readonly Step[];
  '~run'(dataset: { value: unknown; typed?: boolean }, config: object): { issues?: readonly Issue[] };
}

export interface Step {
  readonly kind: string;
  readonly pipe?: readonly Step[];
  readonly type: string;
  readonly requirement?: unknown;
  '~run'(dataset: { value: unknown; typed: boolean }, config: object): { issues?: readonly Issue[] };
}

export interface Issue {
  readonly type: string;
  readonly kind: string;
  readonly expected: string | null;
  readonly message: string;
}

export const NodeKind = {
  object: 0,
  array: 1,
  tuple: 2,
  number: 3,
  text: 4,
  word: 5,
  /** For valibot alone to judge. */
  other: 6,
} as const;
export type NodeKind = (typeof NodeKind)[keyof typeof NodeKind];

const CONTAINERS_UNKNOWN_HERE = new Set([
  'object',
  'loose_object',
  'object_with_rest',
  'record',
  'tuple',
  'map',
  'set',
]);

/**
 * A schema laid out for walking: valibot's own objects have a shape for each type, so that code which walks them is made
 * fast for one and thrown away at the next; these have one. Of a leaf it holds what lets a sound value pass without
 * asking valibot, which judges whatever does not pass, and leaves with any rule that is not known here.
 */
export class SchemaNode {
  readonly schema: WalkableSchema;
  readonly kind: NodeKind;
  readonly isOptional: boolean;
  readonly keys: readonly string[] = [];
  /** Of an object by key, of a tuple by place, of an array one for all. */
  readonly children: readonly SchemaNode[] = [];
  /** Of an array as a whole. */
  readonly rules: readonly Step[] = [];
  /** Least and most of a number, or of a text's length. */
  readonly least: number = Number.NEGATIVE_INFINITY;
  readonly most: number = Number.POSITIVE_INFINITY;
  readonly above: number = Number.NEGATIVE_INFINITY;
  readonly isWhole: boolean = false;
  readonly pattern: RegExp | null = null;
  readonly words: ReadonlySet<unknown> | null = null;

  constructor(given: v.GenericSchema) {
    let schema = given as unknown as WalkableSchema;
    let isOptional = false;
    for (; schema.type === 'optional'; schema = schema.wrapped as unknown as WalkableSchema) isOptional = true;
    this.schema = schema;
    this.isOptional = isOptional;
    if (schema.type === 'strict_object') {
      this.kind = NodeKind.object;
      this.keys = Object.keys(schema.entries!);
      this.children = Object.values(schema.entries!).map(nodeOf);
    } else if (schema.type === 'array') {
      this.kind = NodeKind.array;
      this.children = [nodeOf(schema.item!)];
      this.rules = rulesOf(schema);
    } else if (schema.type === 'strict_tuple') {
      this.kind = NodeKind.tuple;
      this.children = schema.items!.map(nodeOf);
    } else {
      if (CONTAINERS_UNKNOWN_HERE.has(schema.type))
        throw new Error(`met a schema of type ${schema.type}, expected a strict one`);
      const leaf = leafOf(schema);
      this.kind = leaf?.kind ?? NodeKind.other;
      if (leaf) Object.assign(this, leaf);
    }
  }

  /** Whether a leaf's value is sound as far as is known without asking valibot. */
  passes(value: unknown): boolean {
    switch (this.kind) {
      case NodeKind.number:
        return (
          typeof value === 'number' &&
          value >= this.least &&
          value <= this.most &&
          (value > this.above || this.above === Number.NEGATIVE_INFINITY) &&
          (!this.isWhole || Number.isInteger(value))
        );
      case NodeKind.text:
        return (
          typeof value === 'string' &&
          value.length >= this.least &&
          value.length <= this.most &&
          (this.pattern === null || this.pattern.test(value))
        );
      case NodeKind.word:
        return this.words!.has(value);
      default:
        return false;
    }
  }
}

const known = new WeakMap<object, SchemaNode>();

export function nodeOf(schema: v.GenericSchema): SchemaNode {
  let node = known.get(schema);
  if (node === undefined) {
    node = new SchemaNode(schema);
    known.set(schema, node);
  }
  return node;
}

type Leaf = { kind: NodeKind } & Partial<{
  least: number;
  most: number;
  above: number;
  isWhole: boolean;
  pattern: RegExp;
  words: ReadonlySet<unknown>;
}>;

/** Those of the schema that a pipe begins with, which may be a pipe itself, and the pipe's own. */
function rulesOf({ pipe = [] }: Pick<WalkableSchema, 'pipe'>): readonly Step[] {
  return pipe.flatMap((step, i) => (step.kind !== 'schema' ? [step] : i === 0 ? rulesOf(step) : []));
}

/** Undefined where a rule is not known here. */
function leafOf(schema: WalkableSchema): Leaf | undefined {
  const rules = rulesOf(schema);
  switch (schema.type) {
    case 'number':
      return rules.reduce<Leaf | undefined>(withNumberRule, { kind: NodeKind.number });
    case 'string':
      return rules.reduce<Leaf | undefined>(withTextRule, { kind: NodeKind.text });
    case 'picklist':
      return rules.length === 0 ? { kind: NodeKind.word, words: new Set(schema.options) } : undefined;
    case 'literal':
      return rules.length === 0 ? { kind: NodeKind.word, words: new Set([schema.literal]) } : undefined;
    case 'boolean':
      return rules.length === 0 ? { kind: NodeKind.word, words: new Set([true, false]) } : undefined;
    default:
      return undefined;
  }
}

function withNumberRule(leaf: Leaf | undefined, { type, requirement }: Step): Leaf | undefined {
  if (!leaf) return undefined;
  const [least, most] = [leaf.least ?? Number.NEGATIVE_INFINITY, leaf.most ?? Number.POSITIVE_INFINITY];
  const bound = requirement as number;
  if (type === 'finite')
    return { ...leaf, least: Math.max(least, -Number.MAX_VALUE), most: Math.min(most, Number.MAX_VALUE) };
  if (type === 'integer') return { ...leaf, isWhole: true };
  if (typeof bound !== 'number') return undefined;
  if (type === 'min_value') return { ...leaf, least: Math.max(least, bound) };
  if (type === 'max_value') return { ...leaf, most: Math.min(most, bound) };
  if (type === 'gt_value' && leaf.above === undefined) return { ...leaf, above: bound };
  return undefined;
}

function withTextRule(leaf: Leaf | undefined, { type, requirement }: Step): Leaf | undefined {
  if (!leaf) return undefined;
  const [least, most] = [leaf.least ?? 0, leaf.most ?? Number.POSITIVE_INFINITY];
  if (type === 'regex' && leaf.pattern === undefined) {
    const pattern = requirement as RegExp;
    return pattern.global || pattern.sticky ? undefined : { ...leaf, pattern };
  }
  if (typeof requirement !== 'number') return undefined;
  if (type === 'min_length') return { ...leaf, least: Math.max(least, requirement) };
  if (type === 'max_length') return { ...leaf, most: Math.min(most, requirement) };
  return undefined;
}
