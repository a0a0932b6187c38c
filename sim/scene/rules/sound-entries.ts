import type { Problem } from '../../kernel';
import type { RawFiles } from '../migrations';
import type { Scene } from '../schema/scene';

/** A file of which only what its schema accepted is left: a list keeps its places, with a gap for each broken entry. */
type Sound<File> = {
  readonly [Key in keyof File]?: File[Key] extends readonly (infer Entry)[]
    ? readonly (Entry | undefined)[]
    : File[Key];
};
export type SoundScene = { readonly [Name in keyof Scene]?: Sound<NonNullable<Scene[Name]>> };

/** So that one mistake does not hide the next: rules about meaning see every entry that is well formed. */
export function soundEntries(files: RawFiles, formErrors: readonly Problem[]): SoundScene {
  const scene: Record<string, unknown> = {};
  for (const [file, value] of files) {
    const errors = formErrors.filter((error) => error.path[0] === file);
    const isWhole = errors.every((error) => error.path.length > 1);
    if (isWhole && isRecord(value))
      scene[file === 'scene.json' ? 'manifest' : file.slice(0, -5)] = without(value, errors);
  }
  return scene as SoundScene;
}

function without(file: Record<string, unknown>, errors: readonly Problem[]): Record<string, unknown> {
  if (errors.length === 0) return file;
  const sound: Record<string, unknown> = { ...file };
  for (const { path } of errors) {
    const key = String(path[1]);
    const index = path[2];
    const list = file[key];
    if (typeof index !== 'number' || !Array.isArray(list)) {
      sound[key] = undefined;
    } else if (Array.isArray(sound[key])) {
      if (sound[key] === list) sound[key] = [...list];
      (sound[key] as unknown[])[index] = undefined;
    }
  }
  return sound;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The entries that are there, each with its place in the file. */
export function* present<Entry>(list: readonly (Entry | undefined)[] | undefined): Generator<[Entry, number]> {
  if (list === undefined) return;
  for (let i = 0; i < list.length; i++) {
    const entry = list[i];
    if (entry !== undefined) yield [entry, i];
  }
}
