import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { crossroads, osmXml, overpassJson } from '../importers/osm/osm-text';
import { cityloom } from './command';

const folder = mkdtempSync(join(tmpdir(), 'cityloom-osm-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const write = (name: string, content: string | Uint8Array): string => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};

describe('cityloom import osm', () => {
  it('makes a scene that runs, from gzip too, and writes down what it guessed', async () => {
    const out = join(folder, 'old-town');
    const made = await cityloom(
      'import',
      'osm',
      write('a.osm.gz', gzipSync(osmXml(crossroads()))),
      '--out',
      out,
      '--json',
    );
    expect([made.code, made.stderr]).toEqual([0, '']);
    const { report } = JSON.parse(made.stdout);
    expect(JSON.parse(readFileSync(join(out, 'import/report.json'), 'utf8'))).toEqual(report);
    expect(report.counts['osm.lanes-by-class']).toBe(4);
    expect(readdirSync(out)).toContain('roads.json');

    const run = await cityloom('run', out, '--until', '300', '--json');
    expect(run.code).toBe(0);
    expect(JSON.parse(run.stdout).totals['traffic.trips-arrived'].value).toBeGreaterThan(0);
  }, 60_000);

  it('reads Overpass JSON, and takes the name that it is given', async () => {
    const out = join(folder, 'named');
    const path = write('b.json', overpassJson(crossroads()));
    const made = await cityloom('import', 'osm', path, '--out', out, '--name', 'Old Town');
    expect(made.code).toBe(0);
    expect(JSON.parse(readFileSync(join(out, 'scene.json'), 'utf8')).name.en).toBe('Old Town');
    expect(made.stdout).toContain('osm.lanes-by-class');
  });

  it.each([
    ['PBF by its name', 'c.osm.pbf', 'anything', 'osm.pbf'],
    ['PBF by its content', 'c.osm', '\0\0\0\r\n\tOSMHeader', 'osm.pbf'],
    ['gzip that is cut off', 'd.osm.gz', gzipSync(osmXml(crossroads())).subarray(0, 90), 'file.gzip'],
    ['text that is not UTF-8', 'e.osm', Uint8Array.of(0x3c, 0xff, 0xfe), ''],
    ['broken XML', 'f.osm', '<osm version="0.6"><node', 'xml.'],
  ])('refuses %s with exit code 2', async (_what, name, content, code) => {
    const made = await cityloom('import', 'osm', write(name, content), '--out', join(folder, 'none'), '--json');
    expect(made.code).toBe(2);
    const { ok, problems } = JSON.parse(made.stdout);
    expect(ok).toBe(false);
    expect(problems[0].code).toContain(code);
    expect(problems[0].file).toContain(name);
  });

  it('refuses a datum that it does not know', async () => {
    const made = await cityloom(
      'import',
      'osm',
      join(folder, 'a.osm.gz'),
      '--out',
      join(folder, 'x'),
      '--datum',
      'bd09',
    );
    expect([made.code, made.stderr]).toEqual([2, expect.stringContaining('gcj02')]);
  });
});
