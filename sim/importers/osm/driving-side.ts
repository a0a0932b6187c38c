import { countryAt } from './countries';
import type { Place } from './projection';
import type { OsmData } from './read/osm-data';
import type { Report } from './report';

/** Tags say it best; else the country does, told by its place. */
export function drivingSideOf(data: OsmData, origin: Place, report: Report): 'left' | 'right' {
  const said = { left: 0, right: 0 };
  for (const { tags } of [...data.ways.values(), ...data.relations.values()]) {
    const side = tags.get('driving_side');
    if ((side === 'left' || side === 'right') && (tags.has('highway') || tags.has('boundary'))) said[side]++;
  }
  if (said.left !== said.right) return said.left > said.right ? 'left' : 'right';
  const country = countryAt(origin);
  if (country) {
    report.add(
      'guessed',
      'driving-side',
      'scene.json',
      `${country.driveOn}, as in ${country.code}: no driving_side tag`,
    );
    return country.driveOn;
  }
  report.add('guessed', 'driving-side', 'scene.json', 'right: no driving_side tag, and no country known at this place');
  return 'right';
}

export function timeZoneOf(origin: Place, report: Report): string {
  const country = countryAt(origin);
  const timeZone = country?.timeZone ?? 'UTC';
  report.add(
    'guessed',
    'time-zone',
    'scene.json',
    country ? `${timeZone}, by place` : 'UTC: no country known at this place',
  );
  return timeZone;
}
