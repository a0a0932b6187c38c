/**
 * EPANET's toolkit (OWA-EPANET 2.3.5, MIT; WebAssembly of the package `epanet-js`) as far as we use it. Numbers are
 * those of its header `epanet2_enums.h`.
 */
import type { EpanetEngine } from 'epanet-js/engines/v2.3.5';

export type Engine = Awaited<ReturnType<typeof EpanetEngine>>;

export const NODE = {
  elevation: 0,
  baseDemand: 1,
  emitter: 3,
  demand: 9,
  head: 10,
  pressure: 11,
  emitterFlow: 29,
  demandFlow: 31,
} as const;
export const LINK = { initStatus: 4, initSetting: 5, flow: 8 } as const;
export const COUNT = { nodes: 0, tanks: 1, links: 2 } as const;
export const OPTION = { emitterBackflow: 24 } as const;
/** Flows begin anew with every initialising, and nothing is written to a file. */
export const FRESH_FLOWS = 10;
/** Codes up to here are remarks (6: negative pressures, 1: not balanced), above are refusals. */
export const LAST_WARNING = 6;
export const NOT_BALANCED = 1;

const BYTES_A_NUMBER = 8;
const TEXT_BYTES = 256;

/** Each project writes a report of its own. */
let projects = 0;

/** One project of the engine: a file that lies in the engine's own memory, opened. */
export class Project {
  readonly #engine: Engine;
  readonly #handle: number;
  readonly #number: number;
  readonly #text: number;
  readonly #report = `/network-${++projects}.rpt`;
  #isShut = false;
  #columns = 0;
  #room = 0;

  constructor(engine: Engine) {
    this.#engine = engine;
    this.#number = engine._malloc(BYTES_A_NUMBER);
    this.#text = engine._malloc(TEXT_BYTES);
    engine._EN_createproject(this.#number);
    this.#handle = engine.getValue(this.#number, 'i32');
  }

  /** What the toolkit says to a file: 0, a remark, or a refusal. */
  open(inp: string): number {
    const engine = this.#engine;
    engine.FS.writeFile('/network.inp', inp);
    const names = ['/network.inp', this.#report, ''].map((name) => {
      const at = engine._malloc(TEXT_BYTES);
      this.#write(name, at);
      return at;
    });
    const code = engine._EN_open(this.#handle, names[0], names[1], names[2]);
    for (const at of names) engine._free(at);
    engine.FS.unlink('/network.inp');
    if (code > LAST_WARNING) return code;
    // Remarks of a long run would fill the engine's memory with a report that nobody reads.
    engine._EN_setstatusreport(this.#handle, 0);
    this.#write('MESSAGES NO', this.#text);
    engine._EN_setreport(this.#handle, this.#text);
    return code;
  }

  /** What it wrote about a network that it refused: whole only once that is closed, so that nothing else can follow. */
  closingReport(): string {
    this.#shut();
    try {
      return this.#engine.FS.readFile(this.#report, { encoding: 'utf8' });
    } catch {
      return '';
    }
  }

  openHydraulics(): number {
    return this.#engine._EN_openH(this.#handle);
  }

  initHydraulics(flag: number): number {
    return this.#engine._EN_initH(this.#handle, flag);
  }

  /** Solves the moment; its seconds are `lastNumber`. */
  runHydraulics(): number {
    return this.#engine._EN_runH(this.#handle, this.#number);
  }

  /** Goes on to the next moment; the seconds until then are `lastNumber`, 0 at the end. */
  nextHydraulics(): number {
    return this.#engine._EN_nextH(this.#handle, this.#number);
  }

  /** The whole number that the last call wrote. */
  get lastNumber(): number {
    return this.#engine.getValue(this.#number, 'i32');
  }

  count(what: number): number {
    this.must(this.#engine._EN_getcount(this.#handle, what, this.#number));
    return this.lastNumber;
  }

  nodeId(index: number): string {
    this.must(this.#engine._EN_getnodeid(this.#handle, index, this.#text));
    return this.#engine.UTF8ToString(this.#text);
  }

  linkId(index: number): string {
    this.must(this.#engine._EN_getlinkid(this.#handle, index, this.#text));
    return this.#engine.UTF8ToString(this.#text);
  }

  nodeIndex(id: string): number {
    this.#write(id, this.#text);
    this.must(this.#engine._EN_getnodeindex(this.#handle, this.#text, this.#number));
    return this.lastNumber;
  }

  setNode(index: number, what: number, value: number): void {
    this.must(this.#engine._EN_setnodevalue(this.#handle, index, what, value));
  }

  setLink(index: number, what: number, value: number): void {
    this.must(this.#engine._EN_setlinkvalue(this.#handle, index, what, value));
  }

  setOption(what: number, value: number): void {
    this.must(this.#engine._EN_setoption(this.#handle, what, value));
  }

  setPressureDriven(least: number, service: number, exponent: number): void {
    this.must(this.#engine._EN_setdemandmodel(this.#handle, 1, least, service, exponent));
  }

  /** One column of all nodes: seen until the next call. */
  nodes(what: number, count: number): Float64Array {
    const at = this.#columnsFor(count);
    this.must(this.#engine._EN_getnodevalues(this.#handle, what, at));
    return this.#engine.HEAPF64.subarray(at / BYTES_A_NUMBER, at / BYTES_A_NUMBER + count);
  }

  links(what: number, count: number): Float64Array {
    const at = this.#columnsFor(count);
    this.must(this.#engine._EN_getlinkvalues(this.#handle, what, at));
    return this.#engine.HEAPF64.subarray(at / BYTES_A_NUMBER, at / BYTES_A_NUMBER + count);
  }

  messageOf(code: number): string {
    this.#engine._EN_geterror(code, this.#text, TEXT_BYTES - 1);
    return this.#engine.UTF8ToString(this.#text);
  }

  must(code: number): void {
    if (code > LAST_WARNING) throw new Error(`met EPANET's error ${code}, ${this.messageOf(code)}, expected none`);
  }

  close(): void {
    const engine = this.#engine;
    this.#shut();
    engine._EN_deleteproject(this.#handle);
    engine._free(this.#number);
    engine._free(this.#text);
    if (this.#columns !== 0) engine._free(this.#columns);
    if (engine.FS.analyzePath(this.#report).exists) engine.FS.unlink(this.#report);
  }

  /** Once: the engine gives its memory back again otherwise. */
  #shut(): void {
    if (!this.#isShut) this.#engine._EN_close(this.#handle);
    this.#isShut = true;
  }

  /** Ends with a zero, as C has it. */
  #write(text: string, at: number): void {
    const bytes = new Uint8Array(this.#engine.HEAPF64.buffer, at, TEXT_BYTES);
    const { written } = new TextEncoder().encodeInto(text, bytes.subarray(0, TEXT_BYTES - 1));
    bytes[written] = 0;
  }

  #columnsFor(count: number): number {
    if (count > this.#room) {
      if (this.#columns !== 0) this.#engine._free(this.#columns);
      this.#columns = this.#engine._malloc(count * BYTES_A_NUMBER);
      this.#room = count;
    }
    return this.#columns;
  }
}
