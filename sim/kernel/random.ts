/**
 * Counter-based luck: (stream, tick, key) gives the same draw whatever was drawn before, so a baseline and an
 * intervention share their luck, and nothing has to be saved. The key is the name of a thing for its whole life
 * (a trip's number), never its slot. One triple is one draw: uint32, uniform and normal of the same triple come from
 * the same bits and are not independent; take another stream for a second question.
 */
import { cos, ln, PI } from './math';
import { threefry2x32 } from './threefry';

export interface Luck {
  uint32(stream: number, tick: number, key: number): number;
  /** In [0, 1), with 53 bits. */
  uniform(stream: number, tick: number, key: number): number;
  /** Mean 0, standard deviation 1, within ±6.7: the radius has 32 bits. */
  normal(stream: number, tick: number, key: number): number;
}

const TWO_TO_32 = 4_294_967_296;
const TWO_TO_53 = 9_007_199_254_740_992;

/** A seed above 2³² − 1 (a safe integer) is folded in: its upper word is mixed and xored onto the lower one. */
export function createLuck(seed: number): Luck {
  if (!Number.isSafeInteger(seed) || seed < 0) throw new RangeError(`a seed is a whole number from 0, met ${seed}`);
  const seedWord = (seed >>> 0) ^ mix32(Math.floor(seed / TWO_TO_32));
  const words = new Uint32Array(2);

  function draw(stream: number, tick: number, key: number): void {
    if (!isWord(stream) || !isWord(tick) || !isWord(key)) {
      throw new RangeError(`a draw is named by three 32-bit integers, met ${stream}, ${tick}, ${key}`);
    }
    threefry2x32(seedWord, stream, tick, key, words);
  }

  return {
    uint32(stream, tick, key) {
      draw(stream, tick, key);
      return words[0];
    },
    uniform(stream, tick, key) {
      draw(stream, tick, key);
      return ((words[0] >>> 5) * 67_108_864 + (words[1] >>> 6)) / TWO_TO_53; // 27 bits and 26 bits
    },
    normal(stream, tick, key) {
      draw(stream, tick, key);
      // Box and Muller 1958: one block is one radius and one angle; the second normal is not kept, to stay stateless.
      const radius = Math.sqrt(-2 * ln((words[0] + 1) / TWO_TO_32));
      return radius * cos((2 * PI * words[1]) / TWO_TO_32);
    },
  };
}

/** A stable number for a stream's name: FNV-1a over UTF-16 units, then mixed. */
export function streamOf(name: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < name.length; i++) hash = Math.imul(hash ^ name.charCodeAt(i), 0x01000193);
  return mix32(hash);
}

/** Signed or unsigned; a fraction or NaN would otherwise share the luck of another key in silence. */
function isWord(value: number): boolean {
  return value >>> 0 === value || (value | 0) === value;
}

/** MurmurHash3's finaliser: a bijection of 32 bits that leaves 0 at 0. */
function mix32(word: number): number {
  let h = word | 0;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}
