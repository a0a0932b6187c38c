import { streamOf } from '../../kernel';
import type { ImportNotes } from './report';

const SOUND = /^[\p{L}\p{N}_-][\p{L}\p{N}_.:#/@+[\]-]{0,79}$/u;
const KEPT = 66;

/** SUMO's names as names of a scene: kept wherever they can be, changed the same way every time where not, and listed. */
export class Names {
  readonly #kind: string;
  readonly #notes: ImportNotes;
  readonly #known = new Map<string, string>();
  readonly #taken = new Set<string>();

  constructor(kind: string, notes: ImportNotes) {
    this.#kind = kind;
    this.#notes = notes;
  }

  has(name: string): boolean {
    return this.#known.has(name);
  }

  of(name: string): string {
    const before = this.#known.get(name);
    if (before !== undefined) return before;
    let sound = SOUND.test(name) ? name : changed(name);
    for (let k = 2; this.#taken.has(sound); k++) sound = `${changed(name).slice(0, KEPT)}.${k}`;
    this.#taken.add(sound);
    this.#known.set(name, sound);
    if (sound !== name) this.#notes.rename(this.#kind, name, sound);
    return sound;
  }
}

/** A long name, as of a cluster of junctions, keeps its beginning and a number of the whole. */
function changed(name: string): string {
  const plain = name.replace(/[^\p{L}\p{N}_.:#/@+[\]-]/gu, '.').replace(/^[^\p{L}\p{N}_-]+/u, '');
  if (plain.length > 0 && plain.length <= 80) return plain;
  return `${plain.slice(0, KEPT) || 'unnamed'}.${streamOf(name).toString(36)}`;
}
