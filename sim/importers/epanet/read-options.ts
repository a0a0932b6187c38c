import { flowUnits, headLosses, type Options } from './inp-file';
import { shown } from './lines';
import { isNumber, type Row } from './row';

export function defaultOptions(): Options {
  return {
    pressure: undefined,
    units: 'GPM',
    headLoss: 'H-W',
    pattern: '1',
    demandMultiplier: 1,
    emitterExponent: 0.5,
    pressureDriven: false,
    minimumPressure: 0,
    requiredPressure: 0.1,
    viscosity: 1,
  };
}

/** Those that mean something to where water goes; what else there is (quality, files, tolerances) is the engine's. */
export function readOption(row: Row, options: Options): void {
  const last = row.count - 1;
  const [first, second] = [row.upper(0), row.upper(1)];
  if (first.startsWith('UNIT')) {
    const found = flowUnits.find((unit) => unit === second);
    // 'SI' is what older files say of litres a second.
    if (found) options.units = found;
    else if (second === 'SI') options.units = 'LPS';
    else row.error('unknown-word', `met ${shown(row.word(1) ?? '')}, expected ${flowUnits.join(', ')}`, 'Units');
  } else if (first.startsWith('HEADL') || (first.startsWith('HEAD') && second.startsWith('LOSS'))) {
    options.headLoss = row.oneOf(last, headLosses, 'Headloss') ?? 'H-W';
  } else if (first.startsWith('PATT')) options.pattern = row.word(1) ?? '1';
  else if (first.startsWith('DEMA') && second.startsWith('MULT')) {
    options.demandMultiplier = row.atLeastZero(last, 'Demand Multiplier');
  } else if (first.startsWith('DEMA') && second.startsWith('MODE')) {
    options.pressureDriven = row.oneOf(last, ['DDA', 'PDA'] as const, 'Demand Model') === 'PDA';
  } else if (first.startsWith('MINI')) options.minimumPressure = row.atLeastZero(last, 'Minimum Pressure');
  else if (first.startsWith('REQU')) options.requiredPressure = row.positive(last, 'Required Pressure');
  else if (first.startsWith('EMIT') && second.startsWith('EXPO')) {
    options.emitterExponent = row.positive(last, 'Emitter Exponent');
  } else if (first.startsWith('VISC')) options.viscosity = row.positive(last, 'Viscosity');
  else if (first === 'PRESSURE' && !second.startsWith('EXPO')) {
    const found = row.oneOf(1, ['PSI', 'KPA', 'M', 'BAR', 'F'] as const, 'Pressure');
    options.pressure = found === 'M' ? 'METERS' : found === 'F' ? 'FEET' : found;
  } else if (first.startsWith('ACCU') || first.startsWith('TRIA')) row.positive(last, row.word(0)!);
  else if (first.startsWith('SPEC')) row.positive(last, 'Specific Gravity');
}

const CLOCK = /^\d+(:\d{1,2}){1,2}$/;
const spans = ['DURATION', 'HYDRAULIC', 'QUALITY', 'PATTERN', 'REPORT', 'RULE', 'START'];
/** These take no time but a word. */
const words = ['STATISTIC'];

/** Hours, or hours:minutes:seconds, or a number and its unit; the start of the clock also with AM or PM. */
export function readTime(row: Row): void {
  const first = row.upper(0);
  if (words.some((word) => first.startsWith(word.slice(0, 4)))) return;
  if (!spans.some((word) => first.startsWith(word.slice(0, 4)))) {
    row.error('unknown-word', `met ${shown(row.word(0)!)}, expected a time that EPANET knows`);
    return;
  }
  const value = row.line.words.find((word, at) => at > 0 && /^[\d.+-]/.test(word));
  const isTime = value !== undefined && (CLOCK.test(value) || (isNumber(value) && Number(value) >= 0));
  if (!isTime) row.error('not-a-time', `met ${shown(value ?? '')}, expected hours or hours:minutes`, row.word(0));
}
