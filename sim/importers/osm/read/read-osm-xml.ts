import { fail, problem, type Result, succeed } from '../../../kernel';
import { placeName, readXml, type XmlElement, type XmlVisitor } from '../../xml';
import { Gather, shown } from './gather';
import type { OsmData } from './osm-data';

type Path = (string | number)[];

/** What stands in an .osm file beside nodes, ways and relations, and says nothing about a place. */
const PASSED_OVER = new Set(['note', 'meta', 'bounds']);

/** OpenStreetMap's XML (version 0.6), as its own export, editors and Overpass write it. */
export function readOsmXml(text: string): Result<OsmData> {
  const gather = new Gather();
  const reader = new ElementReader(text, gather);
  const read = readXml(text, reader);
  if (!read.ok) return fail([...read.problems, ...gather.problems]);
  if (!reader.isOsm) return fail([problem('osm.form', [], 'expected an <osm> document')]);
  return gather.problems.length > 0 ? fail(gather.problems) : succeed(gather.done());
}

class ElementReader implements XmlVisitor {
  isOsm = false;
  #refs: unknown[] = [];
  #members: { type: unknown; ref: unknown; role: unknown }[] = [];
  #tags = new Map<string, string>();
  #path: Path = [];
  #current: { name: string; id: unknown; lat: unknown; lon: unknown } | undefined;
  readonly #text: string;
  readonly #gather: Gather;

  constructor(text: string, gather: Gather) {
    this.#text = text;
    this.#gather = gather;
  }

  open(element: XmlElement, depth: number): void {
    if (depth === 0) this.#root(element);
    else if (!this.isOsm) return;
    else if (depth === 1) this.#begin(element);
    else if (depth === 2 && this.#current) this.#within(element);
    else if (depth > 2) this.#unexpected(element, 'nothing so deep');
  }

  close(_name: string, depth: number): void {
    if (depth !== 1 || !this.#current) return;
    const { name, id, lat, lon } = this.#current;
    if (name === 'node') this.#gather.node(this.#path, id, lat, lon, this.#tags);
    else if (name === 'way') this.#gather.way(this.#path, id, this.#refs, this.#tags);
    else this.#gather.relation(this.#path, id, this.#members, this.#tags);
    this.#current = undefined;
  }

  #root(element: XmlElement): void {
    this.isOsm = element.name === 'osm';
    const version = element.get('version');
    if (this.isOsm && version !== '0.6') {
      this.#gather.wrong('osm.version', [this.#place(element)], `expected version 0.6, found ${shown(version)}`);
    }
  }

  #begin(element: XmlElement): void {
    const { name } = element;
    if (name === 'node' || name === 'way' || name === 'relation') {
      if (element.get('action') === 'delete' || element.get('visible') === 'false') return;
      const id = element.get('id');
      this.#path = [`${name}/${(id ?? '').slice(0, 24)}`];
      this.#current = { name, id, lat: element.get('lat'), lon: element.get('lon') };
      this.#refs = [];
      this.#members = [];
      this.#tags = new Map();
    } else if (name === 'bounds') {
      const sides = ['minlat', 'minlon', 'maxlat', 'maxlon'].map((side) => element.get(side));
      this.#gather.box([this.#place(element), 'bounds'], sides[0], sides[1], sides[2], sides[3]);
    } else if (name === 'meta') this.#gather.made = element.get('osm_base');
    else if (!PASSED_OVER.has(name)) this.#unexpected(element, 'node, way, relation or bounds');
  }

  #within(element: XmlElement): void {
    const { name } = element;
    const parent = this.#current!.name;
    if (name === 'tag') {
      const key = element.get('k');
      const value = element.get('v');
      if (key === undefined || value === undefined) this.#gather.wrong('osm.tag', this.#path, 'expected k and v');
      else if (this.#tags.has(key)) {
        this.#gather.wrong('osm.tag-twice', [...this.#path, 'tags', key.slice(0, 40)], 'expected each key once');
      } else this.#tags.set(key, value);
    } else if (name === 'nd' && parent === 'way') this.#refs.push(element.get('ref'));
    else if (name === 'member' && parent === 'relation') {
      this.#members.push({ type: element.get('type'), ref: element.get('ref'), role: element.get('role') ?? '' });
    } else if (name !== 'center' && name !== 'bounds') this.#unexpected(element, 'tag, nd or member');
  }

  #unexpected(element: XmlElement, expected: string): void {
    const name = element.name.slice(0, 40);
    this.#gather.wrong('osm.form', [this.#place(element)], `expected ${expected}, found <${name}>`);
  }

  #place(element: XmlElement): string {
    return placeName(this.#text, element.offset);
  }
}
