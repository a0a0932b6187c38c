import { type Pipe, type Status, valveTypes } from './inp-file';
import { shown } from './lines';
import type { Draft } from './read-inp';
import { isNumber, type Row } from './row';

/** The engine keeps no longer name. */
const LONGEST_NAME = 31;

function takesName(row: Row, of: ReadonlyMap<string, { readonly line: number }>, what: string): string | null {
  const id = row.word(0)!;
  if (id.length > LONGEST_NAME) {
    row.error('long-name', `met a name of ${id.length} characters, expected at most ${LONGEST_NAME}`, 'ID');
    return null;
  }
  const before = of.get(id);
  if (before === undefined) return id;
  row.error('name-twice', `there is a ${what} ${shown(id)} in line ${before.line} already`, 'ID');
  return null;
}

export function readJunction(row: Row, { junctions, nodeOf }: Draft): void {
  const id = takesName(row, nodeOf, 'node');
  if (id === null) return;
  const base = row.number(2, 'Demand', 0);
  const junction = {
    line: row.line.number,
    id,
    elevation: row.number(1, 'Elev', 0),
    demands: [{ base, pattern: row.word(3) }],
    emitter: 0,
  };
  junctions.push(junction);
  nodeOf.set(id, junction);
}

export function readReservoir(row: Row, { reservoirs, nodeOf }: Draft): void {
  const id = takesName(row, nodeOf, 'node');
  if (id === null) return;
  const reservoir = { line: row.line.number, id, head: row.number(1, 'Head', 0), pattern: row.word(2) };
  reservoirs.push(reservoir);
  nodeOf.set(id, reservoir);
}

export function readTank(row: Row, draft: Draft): void {
  // As in older files: what stands among the tanks with a head alone is a reservoir.
  if (row.count <= 3) {
    readReservoir(row, draft);
    return;
  }
  const id = takesName(row, draft.nodeOf, 'node');
  if (id === null || !row.expectCount(6, 'a name, an elevation, three levels and a diameter')) return;
  const [initLevel, minLevel, maxLevel] = [
    row.number(2, 'InitLevel'),
    row.number(3, 'MinLevel'),
    row.number(4, 'MaxLevel'),
  ];
  if (minLevel < 0) row.error('negative', `met ${minLevel}, expected 0 or more`, 'MinLevel');
  if (initLevel < minLevel || initLevel > maxLevel) {
    const message = `begins at ${initLevel}, expected ${minLevel} to ${maxLevel}`;
    row.error('tank-levels', message, 'InitLevel');
  }
  row.atLeastZero(6, 'MinVol', 0);
  const curve = row.word(7);
  const tank = {
    line: row.line.number,
    id,
    elevation: row.number(1, 'Elevation'),
    initLevel,
    minLevel,
    maxLevel,
    diameter: row.atLeastZero(5, 'Diameter'),
    volumeCurve: curve === undefined || curve === '*' ? undefined : curve,
    overflows: row.upper(8) === 'YES',
  };
  draft.tanks.push(tank);
  draft.nodeOf.set(id, tank);
}

export function readPipe(row: Row, { pipes, linkOf }: Draft): void {
  const id = takesName(row, linkOf, 'link');
  if (id === null || !row.expectCount(6, 'a name, two nodes, a length, a diameter and a roughness')) return;
  let minorLoss = 0;
  let status: Status = 'OPEN';
  for (let at = 6; at < Math.min(row.count, 8); at++) {
    if (isNumber(row.word(at))) minorLoss = row.atLeastZero(at, 'MinorLoss');
    else status = row.oneOf(at, ['OPEN', 'CLOSED', 'CV'] as const, 'Status') ?? 'OPEN';
  }
  const pipe: Pipe = {
    line: row.line.number,
    id,
    from: row.word(1)!,
    to: row.word(2)!,
    length: row.positive(3, 'Length'),
    diameter: row.positive(4, 'Diameter'),
    roughness: row.positive(5, 'Roughness'),
    minorLoss,
    status,
  };
  pipes.push(pipe);
  linkOf.set(id, pipe);
}

export function readPump(row: Row, { pumps, linkOf }: Draft): void {
  const id = takesName(row, linkOf, 'link');
  if (id === null || !row.expectCount(4, 'a name, two nodes and what the pump is')) return;
  let power: number | undefined;
  let headCurve: string | undefined;
  let pattern: string | undefined;
  let speed = 1;
  // Older files say nothing but a power there.
  if (isNumber(row.word(3))) power = row.positive(3, 'Power');
  else {
    for (let at = 3; at < row.count; at += 2) {
      const key = row.oneOf(at, ['POWER', 'HEAD', 'PATTERN', 'SPEED'] as const, 'Parameters');
      if (key === undefined) return;
      const value = row.word(at + 1);
      if (value === undefined) {
        row.error('too-few-words', `expected a value after ${key}`, 'Parameters');
        return;
      }
      if (key === 'POWER') power = row.positive(at + 1, 'POWER');
      else if (key === 'HEAD') headCurve = value;
      else if (key === 'PATTERN') pattern = value;
      else speed = row.atLeastZero(at + 1, 'SPEED');
    }
  }
  if (power === undefined && headCurve === undefined) {
    row.error('pump-without-curve', 'expected a head curve or a power', 'Parameters');
  }
  const pump = {
    line: row.line.number,
    id,
    from: row.word(1)!,
    to: row.word(2)!,
    power,
    headCurve,
    pattern,
    speed,
    isOpen: true,
  };
  pumps.push(pump);
  linkOf.set(id, pump);
}

export function readValve(row: Row, { valves, linkOf }: Draft): void {
  const id = takesName(row, linkOf, 'link');
  if (id === null || !row.expectCount(6, 'a name, two nodes, a diameter, a type and a setting')) return;
  const type = row.oneOf(4, valveTypes, 'Type');
  if (type === undefined) return;
  const setting = row.word(5)!;
  if (type !== 'GPV') row.number(5, 'Setting');
  const valve = {
    line: row.line.number,
    id,
    from: row.word(1)!,
    to: row.word(2)!,
    diameter: row.positive(3, 'Diameter'),
    type,
    setting,
    minorLoss: row.atLeastZero(6, 'MinorLoss', 0),
    status: undefined,
  };
  valves.push(valve);
  linkOf.set(id, valve);
}
