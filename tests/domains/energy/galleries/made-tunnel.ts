/** Stands where galleries (or another domain) would: writes their ports as a test says, second by second, and remembers nothing. */
import { Encoder } from '../../../../sim/kernel';
import { type AnyDomain, type PortName, ports } from '../../../../sim/ports';

type Happen = (code: string, element: string, causes?: readonly number[]) => number;

export interface Galleries {
  readonly seconds: number;
  read(port: PortName): Float64Array;
  write(port: PortName): Float64Array;
  writeCauses(port: PortName): Int32Array;
  readonly happen: Happen;
}

const of = (writer: string) => (Object.keys(ports) as PortName[]).filter((name) => ports[name].writer === writer);

export function madeTunnel(say: (galleries: Galleries) => void, name = 'tunnel'): AnyDomain {
  return {
    name,
    periodSeconds: 1,
    reads: of('energy'),
    writes: of(name),
    create: () => ({}),
    step(_, context) {
      say({
        seconds: context.seconds,
        read: (port) => context.read(port as never),
        write: (port) => context.write(port as never),
        writeCauses: (port) => context.writeCauses(port as never),
        happen: (code, element, causes = []) => context.happen(code, element as never, causes, {}),
      });
    },
    patch: () => [],
    measure() {},
    frameSections: () => [],
    writeFrame() {},
    save: () => new Encoder('made-tunnel', 1).finish(),
    load: () => ({}),
  };
}
