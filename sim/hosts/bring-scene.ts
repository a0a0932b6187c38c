/**
 * Files that a person has brought to the page, as the files of a scene: our own as they are, others' through their
 * importer. What comes out is read as strictly as any scene: it is whole, or there is none.
 */
import { type Problem, type Result, succeed } from '../kernel';
import { readScene } from '../scene';
import type { BringInput, BroughtScene } from './protocol';

type Files = ReadonlyMap<string, string>;

interface Imported {
  readonly scene: Files;
  /** Guessed, changed or left out, by what it is. */
  readonly noted: number;
}

export async function bringScene({ kind, files, id }: BringInput): Promise<Result<BroughtScene>> {
  const given = new Map(files);
  const imported = await importers[kind](given, id);
  if (!imported.ok) return imported;
  const { scene, noted } = imported.value;
  const read = readScene(scene);
  if (!read.ok) return read;
  const { manifest } = read.value;
  const warnings: readonly Problem[] = [...imported.warnings, ...read.warnings];
  return succeed({ id: manifest.id, name: manifest.name, files: [...scene], noted }, warnings);
}

const sumOf = (counts: Readonly<Record<string, number>>): number =>
  Object.values(counts).reduce((sum, each) => sum + each, 0);

/** The importers are fetched by whoever needs one. */
const importers: Readonly<
  Record<BringInput['kind'], (files: Map<string, string>, id: string) => Promise<Result<Imported>>>
> = {
  scene: async (files) => succeed({ scene: files, noted: 0 }),
  sumo: async (files, id) => {
    const { importSumo } = await import('../importers/sumo');
    return asImported(importSumo(files, id));
  },
  epanet: async (files, id) => {
    const { importEpanet } = await import('../importers/epanet');
    const [[name, text]] = files;
    return asImported(importEpanet(name, text, id));
  },
  matpower: async (files, id) => {
    const { importMatpower } = await import('../importers/matpower');
    const [[name, text]] = files;
    return asImported(importMatpower(name, text, id));
  },
};

interface Reported {
  readonly scene: Files;
  readonly report: { readonly counts: Readonly<Record<string, number>> };
}

function asImported(result: Result<Reported>): Result<Imported> {
  if (!result.ok) return result;
  const { scene, report } = result.value;
  return succeed({ scene, noted: sumOf(report.counts) }, result.warnings);
}
