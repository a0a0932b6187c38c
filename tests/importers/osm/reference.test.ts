import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { signedArea } from '../../../sim/importers/geometry/polygon';
import { compileScene } from '../../../sim/scene';
import { imported } from './imported';

const folder = resolve(import.meta.dirname, '../../../../shared/data/traffic/osm');
const load = (name: string) =>
  imported(gunzipSync(readFileSync(resolve(folder, `${name}.osm.gz`))).toString(), { name });

/**
 * Three difficult extracts, beside SUMO's converter (edges, junctions, signals, lane-km: taipei 34, 31, 2, 9.29;
 * montlake_roundabout 15, 10, 0, 2.89; neukolln 24, 13, 1, 2.56). Ours differ for stated reasons:
 * - taipei has 11 edges more, as lanes or speeds that change along a street divide it here and alleys are kept; nodes of
 *   the map at the rim count as junctions there;
 * - the circle of montlake (40 m round) is one junction round an island here, and a ring of five edges there;
 * - neukolln has both directions of streets that SUMO's passenger filter leaves out, and no service roads.
 */
describe.skipIf(!existsSync(folder))('a real extract (skipped where the shared reference data is absent)', () => {
  it.each([
    ['taipei', 2, 9.29],
    ['montlake_roundabout', 0, 2.89],
    ['neukolln', 1, 2.56],
  ])('%s has %d signals and, within a tenth, %d km of lanes', (name, signals, laneKm) => {
    const { scene, report, roads } = load(name);
    expect(roads.signals).toHaveLength(signals);
    expect(Math.abs((report.figures.laneKm as number) / laneKm - 1)).toBeLessThan(0.1);
    expect(report.counts['osm.not-connected']).toBeUndefined(); // every road leads in from a gate, out to one, or round
    for (const { outline } of roads.junctions) expect(signedArea(outline)).toBeGreaterThan(0);
    expect(compileScene(scene).roads.turnCount).toBeGreaterThan(20);
  });

  it('joins the eight carriageway crossings of a boulevard in Taipei into one junction, and lists them', () => {
    const { roads, report } = load('taipei');
    const joined = report.entries.filter(
      ({ code, message }) => code === 'osm.joined-junction' && /signals/.test(message),
    );
    expect(joined).toHaveLength(7);
    const largest = roads.junctions.reduce((best, one) => (one.turns.length > best.turns.length ? one : best));
    expect(largest.control).toBe('signal');
    expect(roads.signals.find(({ junction }) => junction === largest.id)!.phases.length).toBeLessThanOrEqual(12);
  });

  it('keeps the ban on left turns there', () => {
    const { roads } = load('taipei');
    const largest = roads.junctions.reduce((best, one) => (one.turns.length > best.turns.length ? one : best));
    expect(largest.turns.filter(({ direction }) => direction === 'left')).toEqual([]);
  });

  it('leads traffic round the island of Montlake, those on it first', () => {
    const { roads } = load('montlake_roundabout');
    expect(roads.junctions.filter(({ control }) => control === 'roundabout')).toHaveLength(1);
  });

  it('keeps names in the scripts that they have', () => {
    expect(load('taipei').roads.streets.map(({ name }) => name.zh)).toContain('天津街');
    expect(load('neukolln').roads.streets.map(({ name }) => name.en)).toContain('Karl-Marx-Straße');
  });
});
