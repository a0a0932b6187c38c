/** What interventions turn at a signal, as plain numbers; what is not turned is as the scene has it. */
export const signalKnobNames = [
  /** 0 fixed times, 1 gaps, 2 delay, 3 pressure. */
  'signal.control',
  /** Seconds: the cycle that fixed times are stretched to, and where in it they begin. */
  'signal.cycle',
  'signal.offset',
  /** The phase whose beginning that is, by its number in the program; the first unless turned. */
  'signal.offset-phase',
  /** Bits of the classes that are favoured. */
  'signal.priority',
  /** Seconds from one working out of fixed times to the next; 0 never. */
  'signal.retime',
] as const;
export type SignalKnobName = (typeof signalKnobNames)[number];

/** As turned, NaN where the knob is free; and the happening behind each. */
export interface SignalKnobs {
  readonly values: Readonly<Record<SignalKnobName, Float64Array>>;
  readonly causes: Readonly<Record<SignalKnobName, Int32Array>>;
}

export function createSignalKnobs(count: number): SignalKnobs {
  const each = <T>(make: () => T) =>
    Object.fromEntries(signalKnobNames.map((name) => [name, make()])) as Record<SignalKnobName, T>;
  return { values: each(() => new Float64Array(count).fill(Number.NaN)), causes: each(() => new Int32Array(count)) };
}
