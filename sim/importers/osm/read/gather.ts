import { type Problem, problem } from '../../../kernel';
import type { OsmBounds, OsmData, OsmMember, OsmNode, OsmRelation, OsmWay, Tags } from './osm-data';

type Path = readonly (string | number)[];

const ID = /^-?[1-9][0-9]{0,17}$/;
/** OpenStreetMap's own limits: 2,000 nodes a way, 255 characters a key or value (in Unicode's units, so up to 510 here). */
const MOST_WAY_NODES = 2_000;
const LONGEST_TEXT = 510;
const MOST_LISTED = 500;

/**
 * Takes in elements one after another, whatever file they come from, and judges each strictly: ids that are numbers and
 * stand once, places on the globe, members of a known type.
 */
export class Gather {
  readonly #nodes = new Map<string, OsmNode>();
  readonly #ways = new Map<string, OsmWay>();
  readonly #relations = new Map<string, OsmRelation>();
  readonly problems: Problem[] = [];
  bounds?: OsmBounds;
  made?: string;

  wrong(code: string, path: Path, message: string): void {
    if (this.problems.length < MOST_LISTED) this.problems.push(problem(code, path, message));
  }

  node(path: Path, id: unknown, latitude: unknown, longitude: unknown, tags: Tags): void {
    const name = this.#id(path, id);
    const latitudeDeg = this.#degrees([...path, 'lat'], latitude, 90);
    const longitudeDeg = this.#degrees([...path, 'lon'], longitude, 180);
    if (name === undefined || latitudeDeg === undefined || longitudeDeg === undefined) return;
    if (this.#isSecond(this.#nodes, name, path)) return;
    this.#nodes.set(name, { id: name, latitudeDeg, longitudeDeg, tags: this.#tags(path, tags) });
  }

  way(path: Path, id: unknown, refs: readonly unknown[], tags: Tags): void {
    const name = this.#id(path, id);
    if (refs.length > MOST_WAY_NODES) {
      this.wrong('osm.way-too-long', path, `expected at most ${MOST_WAY_NODES} nodes, found ${refs.length}`);
      return;
    }
    const nodes = refs.map((ref, k) => this.#id([...path, 'nodes', k], ref));
    if (name === undefined || nodes.includes(undefined) || this.#isSecond(this.#ways, name, path)) return;
    this.#ways.set(name, { id: name, nodes: nodes as string[], tags: this.#tags(path, tags) });
  }

  relation(
    path: Path,
    id: unknown,
    members: readonly { type: unknown; ref: unknown; role: unknown }[],
    tags: Tags,
  ): void {
    const name = this.#id(path, id);
    const kept: OsmMember[] = [];
    members.forEach(({ type, ref, role }, k) => {
      const at = [...path, 'members', k];
      const target = this.#id(at, ref);
      if (type !== 'node' && type !== 'way' && type !== 'relation') {
        this.wrong('osm.member-type', [...at, 'type'], `expected node, way or relation, found ${shown(type)}`);
      } else if (typeof role !== 'string') {
        this.wrong('osm.member-role', [...at, 'role'], `expected a text, found ${shown(role)}`);
      } else if (target !== undefined) kept.push({ type, ref: target, role });
    });
    if (name === undefined || this.#isSecond(this.#relations, name, path)) return;
    this.#relations.set(name, { id: name, members: kept, tags: this.#tags(path, tags) });
  }

  box(path: Path, south: unknown, west: unknown, north: unknown, east: unknown): void {
    const s = this.#degrees([...path, 'minlat'], south, 90);
    const w = this.#degrees([...path, 'minlon'], west, 180);
    const n = this.#degrees([...path, 'maxlat'], north, 90);
    const e = this.#degrees([...path, 'maxlon'], east, 180);
    if (s === undefined || w === undefined || n === undefined || e === undefined) return;
    if (s >= n || w >= e) this.wrong('osm.bounds', path, 'expected minlat < maxlat and minlon < maxlon');
    else this.bounds = { south: s, west: w, north: n, east: e };
  }

  done(): OsmData {
    return { nodes: this.#nodes, ways: this.#ways, relations: this.#relations, bounds: this.bounds, made: this.made };
  }

  #id(path: Path, value: unknown): string | undefined {
    const text = typeof value === 'number' && Number.isSafeInteger(value) ? String(value) : value;
    if (typeof text === 'string' && ID.test(text)) return text;
    this.wrong('osm.id', path, `expected an id, a whole number other than 0; found ${shown(value)}`);
    return undefined;
  }

  #degrees(path: Path, value: unknown, most: number): number | undefined {
    const isText = typeof value === 'string' && /^-?\d{1,3}(\.\d{1,20})?([eE]-?\d{1,3})?$/.test(value);
    const number = isText ? Number(value) : value;
    if (typeof number === 'number' && Math.abs(number) <= most) return number;
    this.wrong('osm.range', path, `expected degrees from -${most} to ${most}, found ${shown(value)}`);
    return undefined;
  }

  #isSecond(known: ReadonlyMap<string, unknown>, id: string, path: Path): boolean {
    if (!known.has(id)) return false;
    this.wrong('osm.duplicate', path, `${id} is there already, expected each id once`);
    return true;
  }

  #tags(path: Path, tags: Tags): Tags {
    for (const [key, value] of tags) {
      if (key.length === 0 || key.length > LONGEST_TEXT || value.length > LONGEST_TEXT) {
        const message = `expected a key and a value of at most ${LONGEST_TEXT} characters, found ${key.length} and ${value.length}`;
        this.wrong('osm.tag', [...path, 'tags', key.slice(0, 40)], message);
      }
    }
    return tags;
  }
}

export function shown(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value.length > 60 ? `${value.slice(0, 60)}…` : value);
  if (value === undefined) return 'nothing';
  if (typeof value === 'object') return value === null ? 'null' : Array.isArray(value) ? 'a list' : 'an object';
  return String(value);
}
