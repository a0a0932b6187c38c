import type { Title } from '../../../scene/schema/primitives';
import type { Tags } from '../read/osm-data';
import type { Report } from '../report';

const LONGEST = 400;
// biome-ignore lint/suspicious/noControlCharactersInRegex: a scene's titles have none
const CONTROL = /[\u0000-\u001f\u007f-\u009f]/g;

/** What people call a thing, in the product's languages; where a language has no name of its own, the local one stands. */
export function titleOf(tags: Tags, element: string, report: Report): Title | undefined {
  const local = text(tags, 'name', element, report) ?? text(tags, 'ref', element, report);
  const zh = first(tags, ['name:zh-Hans', 'name:zh', 'name:zh-Hant'], element, report);
  const en = first(tags, ['name:en', 'int_name'], element, report);
  const de = text(tags, 'name:de', element, report);
  const any = local ?? zh ?? en ?? de;
  if (any === undefined) return undefined;
  return { zh: zh ?? any, en: en ?? any, ...(de === undefined ? {} : { de }) };
}

function first(tags: Tags, keys: readonly string[], element: string, report: Report): string | undefined {
  for (const key of keys) {
    const found = text(tags, key, element, report);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** A name is text, whatever it looks like; only what a scene cannot hold is taken out, and listed. */
function text(tags: Tags, key: string, element: string, report: Report): string | undefined {
  const raw = tags.get(key);
  if (raw === undefined) return undefined;
  const clean = raw.replace(CONTROL, '').slice(0, LONGEST);
  if (clean !== raw) report.add('repaired', 'name', element, `${key}: control characters taken out or cut to length`);
  return clean.trim() === '' ? undefined : clean;
}
