import * as v from 'valibot';
import type { Unit } from '../kernel';

/** A setting of an intervention. The parser of files and the panel on screen are both made from this. */
export type Field = NumberField | ChoiceField | ToggleField;

/** What another setting must be for this one to do nothing; a panel then does not ask for it. */
interface MayIdle {
  readonly idleWhen?: { readonly setting: string; readonly is: SettingValue };
}

export interface NumberField extends MayIdle {
  readonly type: 'number';
  readonly unit: Unit;
  readonly min: number;
  readonly max: number;
  /** What one notch of a slider moves; a file may hold values between, unless `whole`. */
  readonly step: number;
  readonly default: number;
  /** Counts things: no fractions. */
  readonly whole?: boolean;
}

export interface ChoiceField<Option extends string = string> extends MayIdle {
  readonly type: 'choice';
  readonly options: readonly Option[];
  readonly default: Option;
}

export interface ToggleField extends MayIdle {
  readonly type: 'toggle';
  readonly default: boolean;
}

export type Fields = Readonly<Record<string, Field>>;

type ValueOf<F extends Field> = F extends ChoiceField<infer Option> ? Option : F extends NumberField ? number : boolean;

export type SettingsOf<F extends Fields> = { readonly [Name in keyof F]: ValueOf<F[Name]> };

export type SettingValue = number | string | boolean;

export function choice<const Option extends string>(
  options: readonly Option[],
  byDefault: NoInfer<Option>,
): ChoiceField<Option> {
  return { type: 'choice', options, default: byDefault };
}

export function toggle(byDefault: boolean): ToggleField {
  return { type: 'toggle', default: byDefault };
}

/** A new intervention's settings, before anybody has touched them. */
export function defaultSettings(fields: Fields): Record<string, SettingValue> {
  return Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, field.default]));
}

const schemas = new WeakMap<Fields, v.GenericSchema>();

/** Strict: a setting nobody knows is a problem. One left out is the default, filled in by the reader. */
export function settingsSchema(fields: Fields): v.GenericSchema {
  let schema = schemas.get(fields);
  if (schema === undefined) {
    schema = v.strictObject(
      Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, v.optional(schemaOf(field))])),
    );
    schemas.set(fields, schema);
  }
  return schema;
}

function schemaOf(field: Field): v.GenericSchema {
  switch (field.type) {
    case 'number': {
      const range = v.pipe(v.number(), v.finite(), v.minValue(field.min), v.maxValue(field.max));
      return field.whole ? v.pipe(range, v.integer()) : range;
    }
    case 'choice':
      return v.picklist(field.options);
    case 'toggle':
      return v.boolean();
  }
}
