import type { ElementKind, Scene } from '../../sim';
import { catalogues, type Language } from '../i18n';
import type { PlaceEntry } from './place-book';

/** Pipes, fibres, and what stands at their ends: what lies under streets and has no name of its own. */
export interface MainsBook {
  /** Where such an element lies: the middle of a pipe. */
  placeOf(kind: ElementKind, id: string): readonly [number, number] | undefined;
  nameOf(kind: ElementKind, id: string, language: Language): string | undefined;
  /** Everything of one kind, wide pipes first offered. */
  list(kind: ElementKind, language: Language): readonly PlaceEntry[];
  /** Undefined for kinds that the book does not know. */
  count(kind: ElementKind): number | undefined;
}

export type MainsFiles = Partial<Pick<Scene, 'gas' | 'water' | 'heat' | 'cooling' | 'drainage' | 'telecom'>>;

type Point = readonly [number, number];
interface Main {
  readonly at: Point;
  readonly diameterMm: number | undefined;
  readonly name: { readonly zh: string; readonly en: string } | undefined;
}

interface Line {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly path?: readonly Point[] | undefined;
  readonly diameterM?: number | undefined;
}
interface Node {
  readonly id: string;
  readonly at: Point;
  readonly name?: { readonly zh: string; readonly en: string } | undefined;
}

/** In the order in which a name that several share is looked for. */
export const mainsKinds = [
  'water-pipe',
  'gas-main',
  'heat-pipe',
  'cooling-pipe',
  'water-pump',
  'drain-pump',
  'telecom-node',
  'drain-node',
  'water-node',
  'gas-node',
  'heat-node',
  'cooling-node',
] as const satisfies readonly ElementKind[];
type MainsKind = (typeof mainsKinds)[number];

export const isMain = (kind: ElementKind): boolean => (mainsKinds as readonly ElementKind[]).includes(kind);

const MM_PER_M = 1_000;
/** So many of the widest are offered before anybody has typed. */
const OFFERED = 30;

export function makeMainsBook(
  files: MainsFiles,
  streetAt: (x: number, y: number, language: Language) => string | undefined,
): MainsBook {
  const known = new Map<ElementKind, ReadonlyMap<string, Main>>(
    mainsKinds.map((kind) => [kind, new Map(mainsOf(kind, files))] as const),
  );
  const street = ({ at: [x, y] }: Main, language: Language) =>
    streetAt(x, y, language) ?? catalogues[language].places.unnamedStreet;
  const label = (kind: MainsKind, main: Main, language: Language): string => {
    const { places, mains } = catalogues[language];
    if (main.name !== undefined) return main.name[language];
    const what = { what: mains[kind], street: street(main, language) };
    return main.diameterMm === undefined ? places.under(what) : places.main({ ...what, diameterMm: main.diameterMm });
  };
  return {
    placeOf: (kind, id) => known.get(kind)?.get(id)?.at,
    nameOf(kind, id, language) {
      const main = known.get(kind)?.get(id);
      return main && label(kind as MainsKind, main, language);
    },
    list(kind, language) {
      const all = [...(known.get(kind) ?? [])].sort(
        ([a, one], [b, other]) => (other.diameterMm ?? 0) - (one.diameterMm ?? 0) || (a < b ? -1 : 1),
      );
      const times = new Map<string, number>();
      const entries = all.map(([id, main], at): PlaceEntry => {
        const name = label(kind as MainsKind, main, language);
        const before = times.get(name) ?? 0;
        times.set(name, before + 1);
        const { places } = catalogues[language];
        return {
          label: before === 0 ? name : places.another({ name, number: before + 1 }),
          ids: [id],
          isMain: at < OFFERED,
        };
      });
      return entries;
    },
    count: (kind) => known.get(kind)?.size,
  };
}

function* mainsOf(kind: MainsKind, files: MainsFiles): Iterable<readonly [string, Main]> {
  const { gas, water, heat, cooling, drainage, telecom } = files;
  switch (kind) {
    case 'water-pipe':
      return yield* lines(water?.pipes ?? [], water?.nodes ?? []);
    case 'gas-main':
      return yield* lines(gas?.pipes ?? [], gas?.nodes ?? []);
    case 'heat-pipe':
    case 'cooling-pipe':
      for (const { pipes, nodes } of (kind === 'heat-pipe' ? heat : cooling)?.loops ?? []) yield* lines(pipes, nodes);
      return;
    case 'water-pump':
      return yield* atNodes(water?.pumps ?? [], water?.nodes ?? []);
    case 'drain-pump':
      return yield* atNodes(drainage?.pumps ?? [], drainage?.nodes ?? []);
    case 'telecom-node':
      return yield* points(telecom?.nodes ?? []);
    case 'drain-node':
      return yield* points(drainage?.nodes ?? []);
    case 'water-node':
      return yield* points(water?.nodes ?? []);
    case 'gas-node':
      return yield* points(gas?.nodes ?? []);
    case 'heat-node':
    case 'cooling-node':
      for (const { nodes } of (kind === 'heat-node' ? heat : cooling)?.loops ?? []) yield* points(nodes);
  }
}

function* lines(all: readonly Line[], nodes: readonly Node[]): Iterable<readonly [string, Main]> {
  const placeOf = new Map(nodes.map(({ id, at }) => [id, at]));
  for (const { id, from, to, path, diameterM } of all) {
    const [a, b] = [placeOf.get(from), placeOf.get(to)];
    const at = path && path.length > 2 ? path[path.length >> 1] : a && b && middle(a, b);
    const diameterMm = diameterM === undefined ? undefined : Math.round(MM_PER_M * diameterM);
    if (at) yield [id, { at, diameterMm, name: undefined }];
  }
}

const middle = (a: Point, b: Point): Point => [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2];

function* points(all: readonly Node[]): Iterable<readonly [string, Main]> {
  for (const { id, at, name } of all) yield [id, { at, diameterMm: undefined, name }];
}

function* atNodes(
  all: readonly { readonly id: string; readonly from: string }[],
  nodes: readonly Node[],
): Iterable<readonly [string, Main]> {
  const placeOf = new Map(nodes.map(({ id, at }) => [id, at]));
  for (const { id, from } of all) {
    const at = placeOf.get(from);
    if (at) yield [id, { at, diameterMm: undefined, name: undefined }];
  }
}
