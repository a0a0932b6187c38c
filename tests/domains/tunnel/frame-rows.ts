import { tunnelDomain } from '../../../sim/domains/tunnel';
import type { TunnelRunOf } from './simulate';

export interface FrameRows {
  readonly f32: Float32Array;
  readonly count: number;
}

/** What the galleries write into a frame now, by the name of the section. */
export function frameRowsOf({ scene, state }: TunnelRunOf): (name: string) => FrameRows {
  const sections = tunnelDomain.frameSections(scene).map((spec) => ({
    spec,
    f32: new Float32Array(spec.capacity * spec.stride),
    u8: new Uint8Array(0),
    u32: new Uint32Array(0),
    count: 0,
  }));
  tunnelDomain.writeFrame(state, sections, 0);
  return (name) => {
    const found = sections.find(({ spec }) => spec.name === name);
    if (!found)
      throw new Error(
        `met no part of a frame called ${name}, expected one of ${sections.map(({ spec }) => spec.name)}`,
      );
    return found;
  };
}
