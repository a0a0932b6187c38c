import { useId } from 'react';
import { formatClock, useText } from '../../i18n';
import { Segments } from '../../ui/segments';
import type { DraftFault } from './draft';
import { useFaultText } from './fault-text';

interface TimeFieldProps {
  readonly label: string;
  /** What it is when no time is given: 'now', 'the end'. */
  readonly plain: string;
  /** What it is when one is: 'at a time'. */
  readonly timed: string;
  readonly typed: string | null;
  /** Filled in when a time is first asked for, seconds after midnight. */
  readonly suggested: number;
  readonly fault: DraftFault | undefined;
  /** What a time that is sound leads to, where that is worth a word. */
  readonly note?: string | undefined;
  onChange(typed: string | null): void;
}

/** Now or the end, or a time of day. */
export function TimeField({ label, plain, timed, typed, suggested, fault, note, onChange }: TimeFieldProps) {
  const text = useText();
  const faultText = useFaultText();
  const wrongId = useId();
  return (
    <div className="field time-field">
      <span className="field-name">{label}</span>
      <div className="field-row">
        <Segments
          label={label}
          value={typed === null ? 'plain' : 'time'}
          options={[
            { value: 'plain', label: plain },
            { value: 'time', label: timed },
          ]}
          onChange={(value) => onChange(value === 'plain' ? null : formatClock(nextQuarter(suggested), false))}
        />
        {typed !== null && (
          <input
            className="text-input clock"
            value={typed}
            aria-label={`${label}: ${text.change.atClock}`}
            aria-invalid={fault !== undefined}
            aria-describedby={fault && wrongId}
            onChange={(event) => onChange(event.target.value)}
          />
        )}
      </div>
      {typed !== null && fault && (
        <p className="field-wrong" id={wrongId} role="alert">
          {faultText(fault)}
        </p>
      )}
      {typed !== null && !fault && note && <p className="panel-note">{note}</p>}
    </div>
  );
}

function nextQuarter(clockSeconds: number): number {
  return Math.ceil((clockSeconds + 1) / 900) * 900;
}
