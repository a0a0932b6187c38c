declare const brand: unique symbol;

/** A primitive that must not be mixed with another of the same shape. Costs nothing when the program runs. */
export type Brand<T, Name extends string> = T & { readonly [brand]: Name };

/** Fixed steps since the run's start. */
export type Tick = Brand<number, 'Tick'>;

/** An element's name in files; it survives a re-import. */
export type ElementId = Brand<string, 'ElementId'>;

/** Dense index of an element in one compiled scene; never written to a file. */
export type Slot = Brand<number, 'Slot'>;

export const asTick = (value: number): Tick => value as Tick;
export const asElementId = (value: string): ElementId => value as ElementId;
export const asSlot = (value: number): Slot => value as Slot;
