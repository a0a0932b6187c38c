import type { Manifest } from '../../scene/schema/manifest';
import { sceneIdOf, titleFrom } from './city-files';
import { timeZoneOf } from './driving-side';
import type { OsmOptions } from './import-osm';
import type { Box } from './land/outlines';
import type { Place } from './projection';
import type { OsmData } from './read/osm-data';
import type { Report } from './report';

/** Where the city lies, and what of it is OpenStreetMap's and what is ours. */
export function manifestOf(
  options: OsmOptions,
  origin: Place,
  extent: Box,
  files: readonly string[],
  data: OsmData,
  report: Report,
): Manifest {
  const name = options.name ?? options.id ?? 'OpenStreetMap';
  const made = data.made && /^[0-9TZ:.+-]{4,40}$/.test(data.made) ? ` of ${data.made}` : '';
  return {
    format: 'cityloom-scene',
    version: 1,
    id: sceneIdOf(options.id ?? name) ?? 'osm-import',
    name: titleFrom(name),
    origin: { ...origin, heightM: 0, datum: 'WGS84' },
    timeZone: timeZoneOf(origin, report),
    extent: { min: [...extent.min], max: [...extent.max] },
    illustrative: true,
    sources: [
      {
        id: 'openstreetmap',
        title: `OpenStreetMap${made}`,
        publisher: 'OpenStreetMap contributors',
        licence: 'ODbL-1.0',
        confidence: 'published',
      },
      {
        id: 'guesses',
        title: 'What the import guessed',
        licence: 'no facts',
        confidence: 'illustrative',
        note: 'Lanes, speeds and heights that are not mapped, signal programs, people, traffic at the gates, flat ground: import/report.json lists them by element.',
      },
    ],
    files: [...files],
  };
}
