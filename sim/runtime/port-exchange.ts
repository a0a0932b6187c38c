import { CodecError, type Decoder, type Encoder } from '../kernel';
import type { AnyDomain, Port } from '../ports';
import type { CompiledScene } from '../scene/compiled';

/** What one domain reads of one port, in the way the port says a writer and a slower reader meet. */
interface Reading {
  readonly reader: string;
  readonly how: 'last' | 'mean' | 'sum' | 'spread';
  /** What read() answers; for 'last' the front itself. */
  readonly view: Float64Array;
  readonly gathered: Float64Array;
  /** Exchanges since the reader's last step. */
  count: number;
  /** Reader's period over writer's: the share of a written sum that a quicker reader is due. */
  readonly share: number;
}

interface Cell {
  readonly name: string;
  /** As of the last exchange: what everybody reads. */
  readonly front: Float64Array;
  /** The writer's own copy; what it does not write stays as it was. */
  readonly back: Float64Array;
  /** Happenings behind the values, 0 for none, where the port tells them; nothing where it does not. */
  readonly causes: Int32Array;
  readonly backCauses: Int32Array;
  readonly readings: Reading[];
  /** Its writer has asked for it since it was last published: only then can it hold anything new. */
  isTouched: boolean;
}

/**
 * Everyone reads the last exchange, so the order of domains cannot matter; the price is one step of delay. A port that
 * nobody in the run writes stays at its initial value. Sums are conserved: a slow reader gets all that was written since
 * its last step, a quick one its share of what was written for the writer's whole period.
 */
export class PortExchange {
  readonly #cells: Cell[] = [];
  readonly #written: Cell[][];
  readonly #gatheredBy: Reading[][];
  readonly #readable: ReadonlyMap<string, Float64Array>[];
  readonly #writable: ReadonlyMap<string, Cell>[];
  readonly #heardCauses: ReadonlyMap<string, Int32Array>[];
  readonly #telling: ReadonlyMap<string, Cell>[];

  constructor(domains: readonly AnyDomain[], scene: CompiledScene, ports: Readonly<Record<string, Port>>) {
    const cells = new Map<string, Cell>();
    const cellOf = (name: string): Cell => {
      let cell = cells.get(name);
      if (cell === undefined) {
        const { per, initial, tells } = ports[name];
        const { count } = scene.elements[per];
        const front = new Float64Array(count).fill(initial);
        const causes = new Int32Array(tells ? count : 0);
        cell = { name, front, back: front.slice(), causes, backCauses: causes.slice(), readings: [], isTouched: false };
        cells.set(name, cell);
      }
      return cell;
    };
    const writerOf = (name: string): AnyDomain | undefined => domains.find((each) => each.name === ports[name].writer);

    this.#written = domains.map((domain) =>
      (domain.writes as readonly string[]).map((name) => {
        if (ports[name]?.writer === domain.name) return cellOf(name);
        throw new Error(`'${domain.name}' wants to write '${name}', expected a port whose writer it is`);
      }),
    );
    this.#readable = domains.map((domain) => {
      const views = (domain.reads as readonly string[]).map((name): [string, Float64Array] => {
        if (ports[name] === undefined)
          throw new Error(`'${domain.name}' wants to read '${name}', expected a known port`);
        const reading = openReading(domain, writerOf(name), ports[name], cellOf(name));
        return [name, reading.view];
      });
      return new Map(views);
    });
    this.#writable = this.#written.map((list) => new Map(list.map((cell) => [cell.name, cell])));
    const telling = (list: Cell[]): Cell[] => list.filter(({ name }) => ports[name].tells);
    this.#telling = this.#written.map((list) => new Map(telling(list).map((cell) => [cell.name, cell])));
    this.#heardCauses = domains.map(
      (domain) =>
        new Map(telling((domain.reads as readonly string[]).map(cellOf)).map((cell) => [cell.name, cell.causes])),
    );
    this.#cells = [...cells.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
    this.#gatheredBy = domains.map((domain) =>
      this.#cells.flatMap((cell) =>
        cell.readings.filter((each) => each.reader === domain.name && (each.how === 'mean' || each.how === 'sum')),
      ),
    );
  }

  read(domain: number, port: string): Float64Array {
    const view = this.#readable[domain].get(port);
    if (view === undefined) throw new Error(`met a read of '${port}', expected a port that the domain declares`);
    return view;
  }

  /** What is told of one element now, for whoever asks from outside; null where nobody in the run tells it. */
  told(port: string, slot: number): number | null {
    const cell = this.#written.flat().find(({ name }) => name === port);
    return cell === undefined ? null : cell.front[slot];
  }

  /** To be asked for in every step that writes to it. */
  write(domain: number, port: string): Float64Array {
    const cell = this.#writable[domain].get(port);
    if (cell === undefined) throw new Error(`met a write of '${port}', expected a port that the domain declares`);
    cell.isTouched = true;
    return cell.back;
  }

  /** The happening behind each value that the domain reads, and behind what it writes, on ports that tell. */
  readCauses(domain: number, port: string): Int32Array {
    const causes = this.#heardCauses[domain].get(port);
    if (causes === undefined) throw new Error(`met a read of causes of '${port}', expected a declared port that tells`);
    return causes;
  }

  writeCauses(domain: number, port: string): Int32Array {
    const cell = this.#telling[domain].get(port);
    if (cell === undefined) throw new Error(`met a write of causes of '${port}', expected a declared port that tells`);
    cell.isTouched = true;
    return cell.backCauses;
  }

  /** Before a domain's step: what was gathered for it since its last one becomes what it reads. */
  handOver(domain: number): void {
    for (const reading of this.#gatheredBy[domain]) {
      const { view, gathered, count, how } = reading;
      if (count === 0) continue;
      for (let i = 0; i < view.length; i++) view[i] = how === 'mean' ? gathered[i] / count : gathered[i];
      gathered.fill(0);
      reading.count = 0;
    }
  }

  /** After the steps of a tick: what a domain wrote is there to be read. */
  publish(domain: number): void {
    for (const cell of this.#written[domain]) {
      const { front, back, causes, backCauses, readings } = cell;
      if (cell.isTouched) {
        cell.isTouched = false;
        front.set(back);
        causes.set(backCauses);
      }
      for (const reading of readings) {
        const { how, gathered, view, share } = reading;
        if (how === 'last') continue;
        if (how === 'spread') {
          for (let i = 0; i < view.length; i++) view[i] = front[i] * share;
        } else {
          for (let i = 0; i < front.length; i++) gathered[i] += front[i];
          reading.count++;
        }
      }
    }
  }

  exchanged(): ReadonlyMap<string, Float64Array> {
    return new Map(this.#cells.map(({ name, front }) => [name, front]));
  }

  save(to: Encoder): void {
    to.u32(this.#cells.length);
    for (const { name, front, back, causes, backCauses, readings } of this.#cells) {
      to.text(name).float64s(front).float64s(back).int32s(causes).int32s(backCauses);
      for (const { count, gathered, view, how } of readings) {
        if (how !== 'last') to.u32(count).float64s(gathered).float64s(view);
      }
    }
  }

  /** Reads into arrays of its own first; the answer puts them in force, so that a torn save changes nothing. */
  load(from: Decoder): () => void {
    const commits: (() => void)[] = [];
    const cells = from.u32();
    if (cells !== this.#cells.length) throw new CodecError(`met ${cells} ports, expected ${this.#cells.length}`);
    const expect = (met: number, expected: number): void => {
      if (met !== expected) throw new CodecError(`met ${met} values, expected ${expected}`);
    };
    const array = (into: Float64Array): void => {
      const values = from.float64s();
      expect(values.length, into.length);
      commits.push(() => into.set(values));
    };
    const ids = (into: Int32Array): void => {
      const values = from.int32s();
      expect(values.length, into.length);
      commits.push(() => into.set(values));
    };
    for (const { name, front, back, causes, backCauses, readings } of this.#cells) {
      const met = from.text();
      if (met !== name) throw new CodecError(`met the port '${met}', expected '${name}'`);
      array(front);
      array(back);
      ids(causes);
      ids(backCauses);
      for (const reading of readings) {
        if (reading.how === 'last') continue;
        const count = from.u32();
        commits.push(() => {
          reading.count = count;
        });
        array(reading.gathered);
        array(reading.view);
      }
    }
    return () => {
      for (const commit of commits) commit();
    };
  }
}

const NOTHING = new Float64Array(0);

function openReading(reader: AnyDomain, writer: AnyDomain | undefined, port: Port, cell: Cell): Reading {
  const share = writer === undefined ? 1 : reader.periodSeconds / writer.periodSeconds;
  const how =
    port.meets === 'last' || share === 1 ? 'last' : share > 1 ? port.meets : port.meets === 'sum' ? 'spread' : 'last';
  const reading: Reading = {
    reader: reader.name,
    how,
    view: how === 'last' ? cell.front : cell.front.map((value) => (how === 'mean' ? value : value * share)),
    gathered: how === 'mean' || how === 'sum' ? new Float64Array(cell.front.length) : NOTHING,
    count: 0,
    share,
  };
  cell.readings.push(reading);
  return reading;
}
