import { fail, problem, type Result } from '../../../kernel';
import type { OsmData } from './osm-data';
import { readOsmXml } from './read-osm-xml';
import { readOverpass } from './read-overpass';

/** By what the text begins with: an extract is XML or Overpass' JSON. */
export function readOsm(text: string): Result<OsmData> {
  const start = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  const first = /\S/.exec(text.slice(start, start + 4_096))?.[0];
  if (first === '<') return readOsmXml(text);
  if (first === '{') return readOverpass(text.slice(start));
  const found = first === undefined ? 'nothing' : JSON.stringify(text.slice(start, start + 12));
  return fail([problem('osm.form', [], `expected OpenStreetMap XML (<osm …>) or Overpass JSON ({…}), found ${found}`)]);
}
