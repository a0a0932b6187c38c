/** Switchgear under water: whoever knows how deep the street stands says so; here it is one that is out. */
import type { Decoder, Encoder } from '../../kernel';
import type { Told } from './galleries/gallery-ports';

export interface Flooded {
  /** By node. */
  readonly isOut: Uint8Array;
  readonly cause: Int32Array;
}

const OUT_FROM = 0.5;

export function noFloods(nodeCount: number): Flooded {
  return { isOut: new Uint8Array(nodeCount), cause: new Int32Array(nodeCount) };
}

/** Says whether any of it is news. */
export function takeFloods({ isOut, cause }: Flooded, { values, causes }: Told): boolean {
  let isNew = false;
  for (let node = 0; node < isOut.length; node++) {
    const out = values[node] >= OUT_FROM ? 1 : 0;
    if (out === isOut[node]) continue;
    isNew = true;
    isOut[node] = out;
    cause[node] = causes[node];
  }
  return isNew;
}

export function saveFloods({ isOut, cause }: Flooded, out: Encoder): void {
  out.uint8s(isOut).int32s(cause);
}

export function loadFloods({ isOut, cause }: Flooded, from: Decoder): void {
  from.uint8s(isOut);
  from.int32s(cause);
}
