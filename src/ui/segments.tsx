import { useId } from 'react';

export interface Segment<Value extends string> {
  readonly value: Value;
  readonly label: string;
  /** Said in full to screen readers and on hovering, where the label is short. */
  readonly title?: string;
  readonly lang?: string;
}

interface SegmentsProps<Value extends string> {
  readonly label: string;
  readonly options: readonly Segment<Value>[];
  readonly value: Value | null;
  readonly disabled?: boolean;
  onChange(value: Value): void;
}

/** A few choices side by side, of which one holds: radio buttons, so that arrows move among them. */
export function Segments<Value extends string>({ label, options, value, disabled, onChange }: SegmentsProps<Value>) {
  const name = useId();
  return (
    <div className="segments" role="radiogroup" aria-label={label}>
      {options.map((option) => (
        <label key={option.value} title={option.title} lang={option.lang}>
          <input
            type="radio"
            name={name}
            aria-label={option.title ?? option.label}
            checked={option.value === value}
            disabled={disabled}
            onChange={() => onChange(option.value)}
          />
          {option.label}
        </label>
      ))}
    </div>
  );
}
