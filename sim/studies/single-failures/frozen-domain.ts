import type { AnyDomain } from '../../ports';

const NOTHING = new Uint8Array(0);

/**
 * A domain that stands still: what it last wrote stays at its ports, and it costs nothing to load and to step. Who hears
 * only that hears what he would hear of one at rest. A run with one is never saved.
 */
export function frozen(domain: AnyDomain): AnyDomain {
  const { name, periodSeconds, reads, writes, answer, needs } = domain;
  return {
    name,
    periodSeconds,
    reads,
    writes,
    answer,
    needs,
    create: () => null,
    step: () => undefined,
    receive: () => undefined,
    patch: (_, patch) => patch,
    measure: () => undefined,
    frameSections: () => [],
    writeFrame: () => undefined,
    save: () => NOTHING,
    load: () => null,
  };
}
