import type { AnyDomain, FrameSection, SectionSpec, SectionType } from '../ports';
import type { CompiledScene } from '../scene/compiled';
import type { SectionLayout } from './twin-face';

const BYTES_OF: Readonly<Record<SectionType, number>> = { f32: 4, u8: 1, u32: 4 };
const ALIGN_BYTES = 8;

/** Where every domain's sections lie in a frame's buffer. */
export interface FramePlan {
  readonly layout: readonly SectionLayout[];
  readonly bytes: number;
  /** How many sections each domain has, in the order of the domains. */
  readonly perDomain: readonly number[];
}

export function planFrame(domains: readonly AnyDomain[], scene: CompiledScene): FramePlan {
  const layout: SectionLayout[] = [];
  let bytes = 0;
  const perDomain = domains.map((domain) => {
    const specs: readonly SectionSpec[] = domain.frameSections(scene);
    for (const spec of specs) {
      layout.push({ ...spec, offset: bytes });
      const length = BYTES_OF[spec.type] * spec.stride * spec.capacity;
      bytes += Math.ceil(length / ALIGN_BYTES) * ALIGN_BYTES;
    }
    return specs.length;
  });
  return { layout, bytes, perDomain };
}

/** Lets every domain write its part; answers the rows in use, section by section. */
export function writeFrame(
  plan: FramePlan,
  domains: readonly AnyDomain[],
  states: readonly unknown[],
  buffer: ArrayBuffer,
  elapsedSeconds: number,
): number[] {
  if (buffer.byteLength !== plan.bytes) {
    throw new RangeError(`met a buffer of ${buffer.byteLength} bytes, expected ${plan.bytes}`);
  }
  const counts: number[] = [];
  let first = 0;
  domains.forEach((domain, index) => {
    const sections = plan.layout.slice(first, first + plan.perDomain[index]).map((spec) => sectionOn(buffer, spec));
    first += plan.perDomain[index];
    domain.writeFrame(states[index], sections, elapsedSeconds);
    for (const { spec, count } of sections) {
      if (!(count >= 0 && count <= spec.capacity)) {
        throw new RangeError(`met ${count} rows in '${spec.name}', expected at most ${spec.capacity}`);
      }
      counts.push(count);
    }
  });
  return counts;
}

/** Only the view of the section's own type holds anything: the others would show its bytes as other numbers. */
function sectionOn(buffer: ArrayBuffer, layout: SectionLayout): FrameSection {
  const { offset, type, stride, capacity } = layout;
  const length = (of: SectionType) => (type === of ? stride * capacity : 0);
  return {
    spec: layout,
    f32: new Float32Array(buffer, offset, length('f32')),
    u32: new Uint32Array(buffer, offset, length('u32')),
    u8: new Uint8Array(buffer, offset, length('u8')),
    count: 0,
  };
}
