import { fail, parseJson, problem, type Result, succeed } from '../../../kernel';
import { Gather, shown } from './gather';
import type { OsmData, Tags } from './osm-data';

const LIMITS = { maxBytes: 512 * 1024 * 1024, maxValues: 40_000_000 };

type Record_ = Readonly<Record<string, unknown>>;

/** Overpass' JSON: a list of elements. What an element says beside its id, place, nodes, members and tags is history. */
export function readOverpass(text: string): Result<OsmData> {
  const json = parseJson(text, LIMITS);
  if (!json.ok) return json;
  const top = json.value;
  if (!isRecord(top)) return fail([problem('osm.form', [], `expected an object, found ${shown(top)}`)]);
  if (!Array.isArray(top.elements)) {
    return fail([problem('osm.form', ['elements'], `expected a list of elements, found ${shown(top.elements)}`)]);
  }
  const gather = new Gather();
  if (top.version !== undefined && top.version !== 0.6) {
    gather.wrong('osm.version', ['version'], `expected 0.6, found ${shown(top.version)}`);
  }
  const remark = top.remark;
  if (typeof remark === 'string' && /error/i.test(remark)) {
    gather.wrong('osm.incomplete', ['remark'], `the answer is not whole: ${shown(remark)}`);
  }
  top.elements.forEach((element: unknown, k) => {
    readElement(element, ['elements', k], gather);
  });
  return gather.problems.length > 0 ? fail(gather.problems) : succeed(gather.done());
}

function readElement(element: unknown, path: readonly (string | number)[], gather: Gather): void {
  if (!isRecord(element)) {
    gather.wrong('osm.form', path, `expected an object, found ${shown(element)}`);
    return;
  }
  const tags = tagsOf(element.tags, [...path, 'tags'], gather);
  const named = [...path, `${String(element.type).slice(0, 20)}/${String(element.id).slice(0, 24)}`];
  if (element.type === 'node') gather.node(named, element.id, element.lat, element.lon, tags);
  else if (element.type === 'way') {
    const nodes = element.nodes;
    if (Array.isArray(nodes)) gather.way(named, element.id, nodes, tags);
    else gather.wrong('osm.form', [...named, 'nodes'], `expected a list of node ids, found ${shown(nodes)}`);
  } else if (element.type === 'relation') {
    const members = element.members;
    if (!Array.isArray(members) || !members.every(isRecord)) {
      gather.wrong('osm.form', [...named, 'members'], `expected a list of members, found ${shown(members)}`);
      return;
    }
    const plain = members.map(({ type, ref, role }) => ({ type, ref, role }));
    gather.relation(named, element.id, plain, tags);
  } else {
    gather.wrong('osm.form', [...path, 'type'], `expected node, way or relation, found ${shown(element.type)}`);
  }
}

function tagsOf(value: unknown, path: readonly (string | number)[], gather: Gather): Tags {
  const tags = new Map<string, string>();
  if (value === undefined) return tags;
  if (!isRecord(value)) {
    gather.wrong('osm.form', path, `expected an object, found ${shown(value)}`);
    return tags;
  }
  for (const [key, text] of Object.entries(value)) {
    if (typeof text === 'string') tags.set(key, text);
    else gather.wrong('osm.tag', [...path, key.slice(0, 40)], `expected a text, found ${shown(text)}`);
  }
  return tags;
}

function isRecord(value: unknown): value is Record_ {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
