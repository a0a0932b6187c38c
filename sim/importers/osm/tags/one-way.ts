import type { Tags } from '../read/osm-data';

export type Flow = 'both' | 'along' | 'against';

/** Which way motor traffic runs along a way, and whether that was said or follows from its kind. */
export function flowOf(tags: Tags): { flow: Flow; unclear?: string } {
  const value = tags.get('oneway:motor_vehicle') ?? tags.get('oneway');
  if (value === 'yes' || value === 'true' || value === '1') return { flow: 'along' };
  if (value === '-1' || value === 'reverse') return { flow: 'against' };
  if (value === 'no' || value === 'false' || value === '0') return { flow: 'both' };
  const junction = tags.get('junction');
  const highway = tags.get('highway');
  const implied = junction === 'roundabout' || junction === 'circular' || highway === 'motorway';
  const flow = implied ? 'along' : 'both';
  return value === undefined ? { flow } : { flow, unclear: value };
}
