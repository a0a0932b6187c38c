import type { LinearProgram } from '../../sim/kernel';

/**
 * AFIRO, the smallest program of the Netlib collection (netlib.org/lp/data, "this problem set is in the public
 * domain"), as its MPS file has it. Optimal value by Netlib's own readme: −4.6475314286E+02.
 */
const MPS = `NAME          AFIRO
ROWS
 E  R09
 E  R10
 L  X05
 L  X21
 E  R12
 E  R13
 L  X17
 L  X18
 L  X19
 L  X20
 E  R19
 E  R20
 L  X27
 L  X44
 E  R22
 E  R23
 L  X40
 L  X41
 L  X42
 L  X43
 L  X45
 L  X46
 L  X47
 L  X48
 L  X49
 L  X50
 L  X51
 N  COST
COLUMNS
    X01       X48               .301   R09                -1.
    X01       R10              -1.06   X05                 1.
    X02       X21                -1.   R09                 1.
    X02       COST               -.4
    X03       X46                -1.   R09                 1.
    X04       X50                 1.   R10                 1.
    X06       X49               .301   R12                -1.
    X06       R13              -1.06   X17                 1.
    X07       X49               .313   R12                -1.
    X07       R13              -1.06   X18                 1.
    X08       X49               .313   R12                -1.
    X08       R13               -.96   X19                 1.
    X09       X49               .326   R12                -1.
    X09       R13               -.86   X20                 1.
    X10       X45              2.364   X17                -1.
    X11       X45              2.386   X18                -1.
    X12       X45              2.408   X19                -1.
    X13       X45              2.429   X20                -1.
    X14       X21                1.4   R12                 1.
    X14       COST              -.32
    X15       X47                -1.   R12                 1.
    X16       X51                 1.   R13                 1.
    X22       X46               .109   R19                -1.
    X22       R20               -.43   X27                 1.
    X23       X44                -1.   R19                 1.
    X23       COST               -.6
    X24       X48                -1.   R19                 1.
    X25       X45                -1.   R19                 1.
    X26       X50                 1.   R20                 1.
    X28       X47               .109   R22               -.43
    X28       R23                 1.   X40                 1.
    X29       X47               .108   R22               -.43
    X29       R23                 1.   X41                 1.
    X30       X47               .108   R22               -.39
    X30       R23                 1.   X42                 1.
    X31       X47               .107   R22               -.37
    X31       R23                 1.   X43                 1.
    X32       X45              2.191   X40                -1.
    X33       X45              2.219   X41                -1.
    X34       X45              2.249   X42                -1.
    X35       X45              2.279   X43                -1.
    X36       X44                1.4   R23                -1.
    X36       COST              -.48
    X37       X49                -1.   R23                 1.
    X38       X51                 1.   R22                 1.
    X39       R23                 1.   COST               10.
RHS
    B         X50               310.   X51               300.
    B         X05                80.   X17                80.
    B         X27               500.   R23                44.
    B         X40               500.
ENDATA`;

export const AFIRO_OPTIMUM = -464.75314286;

/** Reads what this one file uses of MPS: rows E, L and N, right sides, no ranges and no bounds. */
export function afiro(): LinearProgram {
  const rows = new Map<string, { kind: string; right: number; entries: [number, number][] }>();
  const columns = new Map<string, number>();
  const costs: number[] = [];
  let section = '';
  for (const line of MPS.split('\n')) {
    const words = line.trim().split(/\s+/);
    if (!line.startsWith(' ')) section = words[0];
    else if (section === 'ROWS') rows.set(words[1], { kind: words[0], right: 0, entries: [] });
    else {
      const [name, ...pairs] = words;
      for (let at = 0; at < pairs.length; at += 2) {
        const row = rows.get(pairs[at])!;
        const value = Number(pairs[at + 1]);
        if (section === 'RHS') row.right = value;
        else {
          if (!columns.has(name)) columns.set(name, costs.push(0) - 1);
          const column = columns.get(name)!;
          if (row.kind === 'N') costs[column] = value;
          else row.entries.push([column, value]);
        }
      }
    }
  }
  const bound = [...rows.values()].filter(({ kind }) => kind !== 'N');
  const rowStart = Int32Array.from([0, ...bound.map((_, i) => sum(bound.slice(0, i + 1)))]);
  return {
    columns: costs.length,
    rows: bound.length,
    cost: Float64Array.from(costs),
    columnLower: new Float64Array(costs.length),
    columnUpper: new Float64Array(costs.length).fill(Number.POSITIVE_INFINITY),
    rowLower: Float64Array.from(bound.map(({ kind, right }) => (kind === 'E' ? right : Number.NEGATIVE_INFINITY))),
    rowUpper: Float64Array.from(bound.map(({ right }) => right)),
    rowStart,
    columnIndex: Int32Array.from(bound.flatMap(({ entries }) => entries.map(([column]) => column))),
    value: Float64Array.from(bound.flatMap(({ entries }) => entries.map(([, value]) => value))),
  };
}

const sum = (rows: readonly { entries: readonly unknown[] }[]) =>
  rows.reduce((all, row) => all + row.entries.length, 0);
