/** Mean time loss of those whose names begin with a letter, by SUMO's definition, on both sides. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { trafficDomain } from '../../sim/domains/traffic';
import { observed, recordTrips, type TripRecord } from '../../sim/domains/traffic/outputs';
import { readXml } from '../../sim/importers/xml';
import { createEngine } from '../../sim/runtime';
import { defaultScenario } from '../../sim/scenarios';
import type { CompiledScene } from '../../sim/scene';
import { mean } from './drive-figures';
import { runSumo } from './run-sumo';
import { type Driving, UNTIL_S } from './two-lane-cross';

export function oursLossSeconds(scene: CompiledScene, seed: number, letter: string): number {
  const trips: TripRecord[] = [];
  const { domain, observation } = observed(trafficDomain, [recordTrips((trip) => trips.push(trip))]);
  const scenario = { ...defaultScenario(scene.id), seed, durationSeconds: UNTIL_S };
  createEngine({ scene, scenario, domains: [domain] }).runTo(UNTIL_S);
  observation.end();
  const arrived = trips.filter(({ id, state }) => state === 'arrived' && id.startsWith(letter));
  return mean(arrived.map(({ lossSeconds }) => lossSeconds));
}

/** Undefined where SUMO is not installed. */
export function sumoLossSeconds(
  files: ReadonlyMap<string, string>,
  { stepSeconds, isBallistic }: Driving,
  seed: number,
  letter: string,
): number | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'cityloom-left-'));
  try {
    for (const [name, text] of files) writeFileSync(join(folder, name), text);
    const words = ['-n', 'cross.net.xml', '-r', 'cars.rou.xml', '-e', String(UNTIL_S), '--seed', String(seed)];
    const how = ['--step-length', String(stepSeconds), '--step-method.ballistic', String(isBallistic)];
    const out = ['--tripinfo-output', 'trips.xml', '--no-warnings', 'true', '--time-to-teleport', '-1'];
    if (runSumo([...words, ...how, ...out], folder) === undefined) return undefined;
    const losses: number[] = [];
    readXml(readFileSync(join(folder, 'trips.xml'), 'utf8'), {
      open(element) {
        if (element.name !== 'tripinfo' || !element.get('id')!.startsWith(letter)) return;
        losses.push(Number(element.get('timeLoss')));
      },
    });
    return mean(losses);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
