import { asText, goodScene, type LooseFiles } from '../good-scene';

export interface ExpectedProblem {
  readonly code: string;
  readonly path: readonly (string | number)[];
}

/** A good scene with something wrong in it, and what must be said about it. */
export interface BrokenScene {
  readonly name: string;
  readonly files: () => Map<string, string>;
  readonly expect: readonly ExpectedProblem[];
}

export const at = (code: string, ...path: (string | number)[]): ExpectedProblem => ({ code, path });

/** Changes the values of the files before they become text. */
export function edited(name: string, edit: (files: LooseFiles) => void, ...expect: ExpectedProblem[]): BrokenScene {
  const files = () => {
    const scene = goodScene();
    edit(scene);
    return asText(scene);
  };
  return { name, files, expect };
}

/** Changes the text of one file, for what no value can hold. */
export function retyped(
  name: string,
  file: string,
  edit: (text: string) => string,
  ...expect: ExpectedProblem[]
): BrokenScene {
  const files = () => {
    const scene = asText(goodScene());
    scene.set(file, edit(scene.get(file)!));
    return scene;
  };
  return { name, files, expect };
}

export const ROADS = 'roads.json';
export const EDGE_0 = [ROADS, 'edges', 0] as const;
export const JUNCTION_0 = [ROADS, 'junctions', 0] as const;
export const BUILDING_0 = ['buildings.json', 'buildings', 0] as const;

export function setAt(files: LooseFiles, path: readonly (string | number)[], value: unknown): void {
  // biome-ignore lint/suspicious/noExplicitAny: a walk along a path of a file that has any shape
  let place: any = files;
  for (const part of path.slice(0, -1)) place = place[part];
  place[path[path.length - 1]] = value;
}
