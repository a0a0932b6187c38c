/** vType and vTypeDistribution. */
import type { VehicleType } from '../../../scene';
import { readNumber, readWords } from '../read-values';
import { classOf, defaultsOf } from '../vehicle-classes';
import type { DemandDraft } from './draft';

type Attributes = ReadonlyMap<string, string>;

export const DEFAULT_TYPE = 'DEFAULT_VEHTYPE';

/** Of the look, of emissions and of the reader's bookkeeping: nothing that drives. */
const COSMETIC = new Set([
  'color',
  'guiShape',
  'imgFile',
  'osgFile',
  'height',
  'emissionClass',
  'probability',
  'personCapacity',
  'containerCapacity',
  'boardingDuration',
  'loadingDuration',
]);
const READ = new Set([
  'id',
  'vClass',
  'length',
  'width',
  'minGap',
  'maxSpeed',
  'accel',
  'decel',
  'emergencyDecel',
  'tau',
  'sigma',
  'speedFactor',
  'speedDev',
  'carFollowModel',
]);
const SPEED_FACTOR_MIN = 0.2; // SUMO cuts the factors that it draws at these two
const SPEED_FACTOR_MAX = 2;

export function takeType(file: string, attributes: Attributes, draft: DemandDraft): string | undefined {
  const id = attributes.get('id') ?? '';
  const path = [file, 'vType', id];
  if (id === '') {
    draft.note('broken', path, 'expected an id; the type is left out');
    return undefined;
  }
  if (draft.types.has(id) && id !== DEFAULT_TYPE) {
    draft.note('duplicate', path, 'the type is there already; this one is left out');
    return undefined;
  }
  const vClass = attributes.get('vClass') ?? 'passenger';
  const ours = classOf(vClass);
  if (ours === null || ours === undefined || ours === 'pedestrian') {
    draft.types.set(id, null);
    const why = ours === undefined ? 'is unknown' : 'does not drive on roads';
    draft.note(
      ours === undefined ? 'broken' : 'not-carried',
      path,
      `the class "${vClass.slice(0, 60)}" ${why}; its vehicles are left out`,
    );
    return undefined;
  }
  const [lengthM, widthM, minGapM, maxSpeedMps, accelerationMps2, decelerationMps2, emergencyMps2, deviation] =
    defaultsOf(vClass);
  const value = (name: string, otherwise: number, isSound: (value: number) => boolean) => {
    const text = attributes.get(name);
    if (text === undefined) return otherwise;
    const found = readNumber(text);
    if (found !== undefined && isSound(found)) return found;
    draft.note('broken', [...path, name], `expected another value than "${text.slice(0, 40)}"; ${otherwise} is taken`);
    return otherwise;
  };
  const above = (one: number) => one > 0;
  const deceleration = value('decel', decelerationMps2, above);
  const type: VehicleType = {
    id: draft.typeNames.of(id),
    class: ours,
    lengthM: value('length', lengthM, above),
    widthM: value('width', widthM, above),
    minGapM: value('minGap', minGapM, (one) => one >= 0),
    maxSpeedMps: value('maxSpeed', maxSpeedMps, above),
    accelerationMps2: value('accel', accelerationMps2, above),
    decelerationMps2: deceleration,
    emergencyDecelerationMps2: value('emergencyDecel', Math.max(deceleration, emergencyMps2), above),
    headwaySeconds: value('tau', 1, above),
    imperfection: value('sigma', 0.5, (one) => one >= 0 && one <= 1),
    speedFactor: speedFactorOf(attributes, draft.settings.speedDeviation ?? deviation, path, draft),
    model: (attributes.get('carFollowModel') ?? 'Krauss').slice(0, 80),
  };
  if (vClass === 'ignoring') {
    type.anyLane = true;
    draft.note('changed', path, 'the class "ignoring" becomes a car that may use any lane');
  }
  const parameters = parametersOf(attributes, path, draft);
  if (parameters.length > 0) type.parameters = parameters;
  draft.types.set(id, type);
  return id;
}

/** A number, norm(mean, deviation), normc(mean, deviation, min, max); with speedDev beside a number. */
function speedFactorOf(
  attributes: Attributes,
  deviation: number,
  path: readonly string[],
  draft: DemandDraft,
): VehicleType['speedFactor'] {
  const text = attributes.get('speedFactor') ?? '1';
  const written = readNumber(attributes.get('speedDev'));
  const plain = readNumber(text);
  const drawn = /^normc?\(([^)]*)\)$/.exec(text.trim());
  const parts = drawn === null ? [] : drawn[1].split(',').map(readNumber);
  const [mean = plain, drawnDeviation, min = SPEED_FACTOR_MIN, max = SPEED_FACTOR_MAX] = parts;
  const spread = drawn === null ? (written ?? deviation) : drawnDeviation;
  if (mean !== undefined && mean > 0 && spread !== undefined && spread >= 0 && min >= 0 && max > 0 && min <= max) {
    return { mean, deviation: spread, min: Math.min(min, mean), max: Math.max(max, mean) };
  }
  draft.note(
    'broken',
    [...path, 'speedFactor'],
    `expected a factor or norm(mean, deviation), found "${text.slice(0, 40)}"; 1 is taken`,
  );
  return { mean: 1, deviation, min: SPEED_FACTOR_MIN, max: SPEED_FACTOR_MAX };
}

function parametersOf(
  attributes: Attributes,
  path: readonly string[],
  draft: DemandDraft,
): { id: string; value: number }[] {
  const parameters: { id: string; value: number }[] = [];
  for (const [name, text] of attributes) {
    if (READ.has(name) || COSMETIC.has(name)) continue;
    const value = readNumber(text);
    if (value !== undefined && name.length <= 80) parameters.push({ id: name, value });
    else
      draft.noteOnce(
        'not-carried',
        [path[0], 'vType', name],
        `the attribute "${name.slice(0, 60)}" is not carried over`,
      );
  }
  return parameters;
}

/** A mix of types that are named, or stand inside it with a probability each. */
export function takeTypeMix(
  file: string,
  attributes: Attributes,
  inside: readonly { readonly id: string; readonly share: number }[],
  draft: DemandDraft,
): void {
  const id = attributes.get('id') ?? '';
  const named = readWords(attributes.get('vTypes'));
  const shares = readWords(attributes.get('probabilities')).map(readNumber);
  const parts = [...inside, ...named.map((name, i) => ({ id: name, share: shares[i] ?? 1 }))]
    .filter((part) => draft.types.get(part.id))
    .map(({ id: type, share }) => ({ type, share }));
  if (id === '' || parts.length === 0 || draft.typeMixes.has(id) || draft.types.has(id)) {
    draft.note('broken', [file, 'vTypeDistribution', id], 'expected a new id and known types; the mix is left out');
  } else draft.typeMixes.set(id, parts);
}
