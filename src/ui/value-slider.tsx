import { Slider } from '@base-ui/react/slider';
import type { ReactNode } from 'react';

interface ValueSliderProps {
  readonly label: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly step: number;
  /** What page keys move. */
  readonly largeStep?: number;
  readonly disabled?: boolean;
  readonly className?: string;
  /** Marks that lie on the track. */
  readonly children?: ReactNode;
  /** The value in words, for screen readers. */
  say(value: number): string;
  onChange(value: number): void;
  /** Once the pointer lets go, or a key was pressed. */
  onCommit?(value: number): void;
}

export function ValueSlider(props: ValueSliderProps) {
  const { label, value, min, max, step, largeStep, disabled, className, children, say, onChange, onCommit } = props;
  return (
    <Slider.Root
      className={className ? `slider ${className}` : 'slider'}
      value={value}
      min={min}
      max={max}
      step={step}
      largeStep={largeStep ?? step * 5}
      disabled={disabled}
      onValueChange={onChange}
      onValueCommitted={onCommit}
    >
      <Slider.Control className="slider-control">
        <Slider.Track className="slider-track">
          {children}
          <Slider.Indicator className="slider-indicator" />
          <Slider.Thumb className="slider-thumb" aria-label={label} getAriaValueText={(_, shown) => say(shown)} />
        </Slider.Track>
      </Slider.Control>
    </Slider.Root>
  );
}
