import { useId, useState } from 'react';
import type { Field, NumberField, SettingValue } from '../../../sim';
import { fieldName, formatSetting, optionName, useLanguage, useText } from '../../i18n';
import { Segments } from '../../ui/segments';
import { Toggle } from '../../ui/toggle';
import { ValueSlider } from '../../ui/value-slider';
import type { DraftFault } from './draft';
import { useFaultText } from './fault-text';

interface SettingFieldProps {
  readonly kind: string;
  readonly name: string;
  readonly field: Field;
  readonly value: SettingValue;
  readonly fault: DraftFault | undefined;
  onChange(value: SettingValue): void;
}

/** The control that fits a setting's description. */
export function SettingField({ kind, name, field, value, fault, onChange }: SettingFieldProps) {
  const text = useText();
  const label = fieldName(kind, name, text);
  switch (field.type) {
    case 'toggle':
      return <Toggle label={label} checked={value === true} onChange={onChange} />;
    case 'number':
      return <NumberSetting label={label} field={field} value={Number(value)} fault={fault} onChange={onChange} />;
    case 'choice': {
      const options = field.options.map((option) => ({ value: option, label: optionName(kind, name, option, text) }));
      return <ChoiceSetting label={label} options={options} value={String(value)} onChange={onChange} />;
    }
  }
}

interface ChoiceSettingProps {
  readonly label: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly value: string;
  onChange(value: string): void;
}

/** Few short options stand side by side; more, or longer ones, drop down. */
function ChoiceSetting({ label, options, value, onChange }: ChoiceSettingProps) {
  const fits = options.reduce((sum, option) => sum + option.label.length + 3, 0) < 24;
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the control is the select or the radio group inside
    <label className="field">
      <span className="field-name">{label}</span>
      {fits ? (
        <Segments label={label} options={options} value={value} onChange={onChange} />
      ) : (
        <select className="select" value={value} onChange={(event) => onChange(event.target.value)}>
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </label>
  );
}

interface NumberSettingProps {
  readonly label: string;
  readonly field: NumberField;
  readonly value: number;
  readonly fault: DraftFault | undefined;
  onChange(value: number): void;
}

/** A slider for the feel and a box for the exact value; what is typed out of range is said, not bent. */
function NumberSetting({ label, field, value, fault, onChange }: NumberSettingProps) {
  const text = useText();
  const language = useLanguage();
  const faultText = useFaultText();
  const [typed, setTyped] = useState<string | null>(null);
  const wrongId = useId();
  const limits = {
    least: formatSetting(field.min, field.unit, language),
    most: formatSetting(field.max, field.unit, language),
  };
  const within = Number.isFinite(value) ? Math.min(Math.max(value, field.min), field.max) : field.default;
  return (
    <div className="field">
      <span className="field-name">{label}</span>
      <div className="field-row">
        <ValueSlider
          label={label}
          value={within}
          min={field.min}
          max={field.max}
          step={field.step}
          say={(shown) => formatSetting(shown, field.unit, language)}
          onChange={(moved) => {
            setTyped(null);
            onChange(tidy(moved));
          }}
        />
        <input
          className="text-input number"
          inputMode="decimal"
          aria-label={label}
          aria-invalid={fault !== undefined}
          aria-describedby={fault && wrongId}
          value={typed ?? String(value)}
          onChange={(event) => {
            setTyped(event.target.value);
            onChange(readNumber(event.target.value, field));
          }}
          onBlur={() => Number.isFinite(value) && setTyped(null)}
        />
        {text.units[field.unit] && <span className="field-unit">{text.units[field.unit]}</span>}
      </div>
      {fault && (
        <p className="field-wrong" id={wrongId} role="alert">
          {faultText(fault, limits)}
        </p>
      )}
    </div>
  );
}

/** 0.30000000000000004 was not what the slider meant. */
function tidy(value: number): number {
  return Number(value.toPrecision(12));
}

function readNumber(typed: string, field: NumberField): number {
  const plain = typed.trim().replace(',', '.');
  const value = plain === '' ? Number.NaN : Number(plain);
  return field.whole && !Number.isInteger(value) ? Number.NaN : value;
}
