import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { smallNet } from '../importers/sumo/small-net';
import { cityloom, scratchFolder } from './command';

const folder = scratchFolder();
mkdirSync(folder, { recursive: true });
writeFileSync(join(folder, 'a.net.xml.gz'), gzipSync(smallNet()));
writeFileSync(
  join(folder, 'a.rou.xml'),
  '<routes><vehicle id="v" depart="5"><route edges="W E"/></vehicle><vehicle id="w" depart="5"><route edges="W X"/></vehicle></routes>',
);
writeFileSync(
  join(folder, 'run.sumocfg'),
  '<configuration><input><net-file value="a.net.xml"/><route-files value="a.rou.xml"/></input></configuration>',
);
writeFileSync(join(folder, 'broken.net.xml'), '<net>\n  <edge id="a"></net>');

it('imports what a configuration names, packed or not, to a scene that runs, with a report of what was left out', async () => {
  const out = join(folder, 'Town 1');
  const imported = await cityloom('import', 'sumo', join(folder, 'run.sumocfg'), '--out', out, '--json');
  expect(imported.stderr).toBe('');
  expect(imported.code).toBe(0);
  expect(JSON.parse(imported.stdout)).toMatchObject({ ok: true, report: { counts: { 'sumo.broken': 1 } } });
  const report = JSON.parse(readFileSync(join(out, 'import', 'report.json'), 'utf8'));
  const broken = report.entries.filter((entry: { code: string }) => entry.code === 'sumo.broken');
  expect(broken).toMatchObject([{ element: 'a.rou.xml: vehicle w' }]);
  expect(JSON.parse(readFileSync(join(out, 'scene.json'), 'utf8')).id).toBe('town-1');
  const run = await cityloom('run', out, '--until', '120', '--json');
  expect(JSON.parse(run.stdout).totals['traffic.trips-arrived'].value).toBe(1);
});

it('takes several files in the order of loading', async () => {
  const files = ['a.net.xml.gz', 'a.rou.xml'].map((name) => join(folder, name));
  const imported = await cityloom('import', 'sumo', ...files, '--out', join(folder, 'two'));
  expect(imported.code).toBe(0);
  expect(imported.stdout).toContain('1 vehicles of 1 types');
});

it('refuses broken XML with file, line and column, and a file that is not there', async () => {
  const broken = await cityloom('import', 'sumo', join(folder, 'broken.net.xml'), '--out', join(folder, 'no'));
  expect(broken.code).toBe(2);
  expect(broken.stderr).toContain('broken.net.xml: line 2, column 16: expected </edge>, found </net> [xml.mismatch]');
  const absent = await cityloom('import', 'sumo', join(folder, 'absent.net.xml'), '--out', join(folder, 'no'));
  expect(absent.code).toBe(2);
  expect(absent.stderr).toContain('absent.net.xml');
});
