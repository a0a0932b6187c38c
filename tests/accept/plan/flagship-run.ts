/** The flagship by the command line, with what happens to it. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RunResult } from '../../../sim/studies';
import type { AcceptTools } from '../line';
import { answer } from '../traffic/cityloom';

export const HOUR_S = 3_600;
/** Of the flagship's clock. */
export const TICK_S = 0.5;

export const change = (kind: string, fromSeconds: number, settings: object, targets: readonly string[] = []) => ({
  id: kind,
  kind,
  targets,
  settings,
  fromSeconds,
  untilSeconds: null,
});

/** Five of six transformers, and cars that charge from six in the evening. */
export const lostTransformers = [
  change('electric-cars', 60, { share: 100, kilowatts: 22, fromHour: 18 }),
  change('substation-outage', 300, { transfer: 'automatic' }, [
    'west.t1',
    'west.t2',
    'west.t3',
    'centre.t1',
    'centre.t2',
  ]),
];

export function livedOnFlagship(tools: AcceptTools, scenario: object, interventions: readonly object[]): RunResult {
  const file = join(tools.scratch, 'flagship.json');
  const kind = { format: 'cityloom-scenario', version: 1, scene: 'eco-park' };
  writeFileSync(file, JSON.stringify({ ...kind, ...scenario, interventions }));
  return answer(tools, 'run', 'eco-park', '--scenario', file, '--seed', '7').document;
}
