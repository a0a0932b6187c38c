import { type Problem, problem } from '../../kernel';
import { buriedLines } from '../../scene/compile/buried-lines';
import type { CompiledScene } from '../../scene/compiled';
import { choice, type NumberField, toggle } from '../field';
import type { Claim } from '../kind';
import { defineKind } from '../kind';
import { branchesUnder, compartmentsNeeded, edgesOfRoad, galleryRoute, lineSet, linesUnder } from './gallery-route';

const idleWhen = { setting: 'stage', is: 'in-service' } as const;
const MOST_MONTHS = 60;
const SECONDS_PER_MONTH = (365.25 / 12) * 86_400;

/**
 * U6: a gallery under streets that hang together, for lines that lie buried there: as it is once it stands, or while it is
 * being built, cut and cover, one stretch after another, each for its share of the time by length.
 */
export const buildGallery = defineKind({
  kind: 'build-gallery',
  targets: { kind: 'edge', least: 1, most: 200 },
  settings: {
    stage: choice(['in-service', 'building'], 'in-service'),
    compartments: { type: 'number', unit: 'count', min: 1, max: 4, step: 1, default: 2, whole: true },
    power: toggle(true),
    telecom: toggle(true),
    water: toggle(true),
    heat: toggle(true),
    gas: toggle(false),
    landPrice: { type: 'number', unit: '¥', min: 0, max: 5_000_000, step: 10_000, default: 700_000 },
    months: { type: 'number', unit: 'count', min: 1, max: MOST_MONTHS, step: 1, default: 12, idleWhen } as NumberField,
    stretch: { type: 'number', unit: 'm', min: 100, max: 3_000, step: 50, default: 500, idleWhen } as NumberField,
    lanes: { type: 'number', unit: 'count', min: 1, max: 3, step: 1, default: 1, whole: true, idleWhen } as NumberField,
  },
  claims({ targets, settings, fromSeconds, untilSeconds }, scene) {
    const { roads } = galleryRoute(targets, scene);
    const lines = lineSet(settings) & linesUnder(roads, scene);
    const isBuilding = settings.stage === 'building';
    const doneSeconds = fromSeconds + (isBuilding ? settings.months * SECONDS_PER_MONTH : 0);
    const claims: Claim[] = [];
    const claim = (knob: string, slot: number, value: number, from = fromSeconds, until = untilSeconds) => {
      if (until === null || until > from) claims.push({ knob, slot, value, fromSeconds: from, untilSeconds: until });
    };
    const windows = isBuilding ? stretchesOf(roads, settings.stretch, scene) : [];
    roads.forEach((road, i) => {
      for (const edge of edgesOfRoad(road, scene)) {
        claim('edge.gallery-compartments', edge, settings.compartments);
        claim('edge.gallery-lines', edge, lines);
        claim('edge.gallery-land-price', edge, settings.landPrice);
        claim('edge.gallery-in-use', edge, 1, doneSeconds);
        if (!isBuilding) continue;
        const [begins, ends] = windows[i].map((share) => fromSeconds + share * (doneSeconds - fromSeconds));
        claim('edge.gallery-works', edge, settings.lanes, begins, Math.min(ends, untilSeconds ?? ends));
      }
    });
    if (settings.power) for (const branch of branchesUnder(roads, scene)) claim('branch.laid', branch, 1, doneSeconds);
    return claims;
  },
  check({ targets, settings }, scene) {
    const problems: Problem[] = [];
    const { roads, isWhole } = galleryRoute(targets, scene);
    if (!isWhole) {
      const message = 'expected roads that hang together, found some that cannot be walked to from the others';
      problems.push(problem('intervention.gallery-in-pieces', ['targets'], message));
    }
    const lines = linesUnder(roads, scene) & lineSet(settings);
    const needed = compartmentsNeeded(lines);
    if (lineSet(settings) === 0) {
      const message = 'expected at least one kind of line to move in, found none';
      problems.push(problem('intervention.gallery-empty', ['settings'], message));
    } else if (lines === 0) {
      const message = 'expected lines of these kinds buried under these roads, found none';
      problems.push(problem('intervention.nothing-buried', ['targets'], message));
    } else if (settings.compartments < needed) {
      const message = `expected at least ${needed} compartments for these lines, found ${settings.compartments}`;
      problems.push(problem('intervention.too-few-compartments', ['settings', 'compartments'], message));
    }
    return problems;
  },
});

/** Of each road: when in the time of building its stretch is open, from and to as shares of it. */
function stretchesOf(roads: readonly number[], stretchM: number, scene: CompiledScene): [number, number][] {
  const { lengthM } = buriedLines(scene);
  const allM = roads.reduce((sum, road) => sum + lengthM[road], 0);
  const windows: [number, number][] = [];
  let doneM = 0;
  for (let i = 0; i < roads.length; ) {
    let inM = 0;
    const first = i;
    while (i < roads.length && (inM === 0 || inM + lengthM[roads[i]] <= stretchM)) inM += lengthM[roads[i++]];
    for (let k = first; k < i; k++) windows.push([doneM / allM, (doneM + inM) / allM]);
    doneM += inM;
  }
  return windows;
}
