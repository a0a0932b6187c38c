import { asTick, createLuck, type Luck, type Tick } from '../kernel';
import type { AnyDomain, StepContext } from '../ports';
import type { PortExchange } from './port-exchange';

/** The runtime's own side of a step context, one a domain for the whole run: domains see it through their declared ports. */
export interface RuntimeContext {
  tick: Tick;
  seconds: number;
  readonly stepSeconds: number;
  readonly luck: Luck;
  read(port: string): Float64Array;
  write(port: string): Float64Array;
  readCauses(port: string): Int32Array;
  writeCauses(port: string): Int32Array;
  readonly happen: StepContext<never, never>['happen'];
  readonly post: StepContext<never, never>['post'];
}

export function openContexts(
  domains: readonly AnyDomain[],
  ports: PortExchange,
  seed: number,
  happen: RuntimeContext['happen'],
  post: (domain: AnyDomain, question: Uint8Array, inSeconds: number) => number,
): readonly RuntimeContext[] {
  const luck = createLuck(seed);
  return domains.map((domain, index) => ({
    tick: asTick(0),
    seconds: 0,
    stepSeconds: domain.periodSeconds,
    luck,
    read: (port) => ports.read(index, port),
    write: (port) => ports.write(index, port),
    readCauses: (port) => ports.readCauses(index, port),
    writeCauses: (port) => ports.writeCauses(index, port),
    happen,
    post: (question, inSeconds) => post(domain, question, inSeconds),
  }));
}
