import type { Status } from './inp-file';
import { type Complaints, type Line, shown } from './lines';
import type { Draft } from './read-inp';
import { isNumber, Row } from './row';

/** Everything that names something else, once all of it is read. */
export function checkReferences(draft: Draft, complaints: Complaints): void {
  const { pipes, pumps, valves, nodeOf } = draft;
  const at = (line: number, section: Line['section']) => ({ number: line, section });
  const ends = (of: readonly { line: number; from: string; to: string }[], section: Line['section']) => {
    for (const { line, from, to } of of) {
      for (const [node, field] of [
        [from, 'Node1'],
        [to, 'Node2'],
      ] as const) {
        if (!nodeOf.has(node))
          complaints.error('unknown-node', at(line, section), `there is no node ${shown(node)}`, field);
      }
      if (from === to)
        complaints.error('leads-nowhere', at(line, section), `leads from ${shown(from)} to itself`, 'Node2');
    }
  };
  ends(pipes, 'PIPES');
  ends(pumps, 'PUMPS');
  ends(valves, 'VALVES');
  const isPattern = (id: string | undefined) => id === undefined || draft.patterns.has(id);
  for (const { line, demands } of draft.junctions) {
    for (const { pattern } of demands) {
      if (!isPattern(pattern))
        complaints.error('unknown-pattern', at(line, 'JUNCTIONS'), `there is no pattern ${shown(pattern!)}`, 'Pattern');
    }
  }
  for (const { line, pattern } of draft.reservoirs) {
    if (!isPattern(pattern))
      complaints.error('unknown-pattern', at(line, 'RESERVOIRS'), `there is no pattern ${shown(pattern!)}`, 'Pattern');
  }
  for (const { line, volumeCurve } of draft.tanks) {
    if (volumeCurve !== undefined && !draft.curves.has(volumeCurve)) {
      complaints.error('unknown-curve', at(line, 'TANKS'), `there is no curve ${shown(volumeCurve)}`, 'VolCurve');
    }
  }
  for (const { line, headCurve, pattern } of pumps) {
    if (headCurve !== undefined && !draft.curves.has(headCurve)) {
      complaints.error('unknown-curve', at(line, 'PUMPS'), `there is no curve ${shown(headCurve)}`, 'HEAD');
    }
    if (!isPattern(pattern))
      complaints.error('unknown-pattern', at(line, 'PUMPS'), `there is no pattern ${shown(pattern!)}`, 'PATTERN');
  }
  for (const { line, type, setting } of valves) {
    if (type === 'GPV' && !draft.curves.has(setting)) {
      complaints.error('unknown-curve', at(line, 'VALVES'), `there is no curve ${shown(setting)}`, 'Setting');
    }
  }
  const restated = new Set<string>();
  for (const line of draft.later) readLater(new Row(line, complaints), draft, restated);
}

function readLater(row: Row, draft: Draft, restated: Set<string>): void {
  const { nodeOf, linkOf, coordinates, vertices } = draft;
  const id = row.word(0)!;
  switch (row.line.section) {
    case 'DEMANDS': {
      if (row.upper(0).startsWith('MULT')) {
        draft.options.demandMultiplier = row.atLeastZero(1, 'Multiply');
        return;
      }
      const junction = junctionOf(row, draft);
      const base = row.number(1, 'Demand');
      const pattern = row.word(2);
      if (pattern !== undefined && !draft.patterns.has(pattern)) {
        row.error('unknown-pattern', `there is no pattern ${shown(pattern)}`, 'Pattern');
      }
      if (junction === null) return;
      if (!restated.has(id)) junction.demands = [];
      restated.add(id);
      junction.demands.push({ base, pattern });
      return;
    }
    case 'EMITTERS': {
      const junction = junctionOf(row, draft);
      const coefficient = row.atLeastZero(1, 'Coefficient');
      if (junction !== null) junction.emitter = coefficient;
      return;
    }
    case 'STATUS':
      readStatus(row, draft);
      return;
    case 'ROUGHNESS': {
      if (!row.expectCount(2, 'a pipe and a roughness')) return;
      const pipe = draft.pipes.find((each) => each.id === id);
      const roughness = row.positive(row.count - 1, 'Roughness');
      if (pipe) pipe.roughness = roughness;
      else if (row.count === 2) row.error('unknown-link', `there is no pipe ${shown(id)}`, 'ID');
      return;
    }
    case 'COORDINATES': {
      if (!row.expectCount(3, 'a node and its place')) return;
      if (!nodeOf.has(id)) row.warn('unknown-node', `there is no node ${shown(id)}`, 'Node');
      coordinates.set(id, [row.number(1, 'X-Coord'), row.number(2, 'Y-Coord')]);
      return;
    }
    case 'VERTICES': {
      if (!row.expectCount(3, 'a link and a place')) return;
      if (!linkOf.has(id)) row.warn('unknown-link', `there is no link ${shown(id)}`, 'Link');
      const of = vertices.get(id) ?? [];
      vertices.set(id, of);
      of.push([row.number(1, 'X-Coord'), row.number(2, 'Y-Coord')]);
      return;
    }
    case 'CONTROLS':
      readControl(row, draft);
      return;
    case 'RULES':
      readRule(row, draft);
      return;
    default:
      return;
  }
}

function junctionOf(row: Row, { nodeOf }: Draft) {
  const id = row.word(0)!;
  const node = nodeOf.get(id);
  if (node === undefined) row.error('unknown-node', `there is no node ${shown(id)}`, 'Junction');
  const junction = node !== undefined && 'demands' in node ? node : null;
  if (node !== undefined && junction === null) {
    row.warn('no-junction', `${shown(id)} is a tank or a reservoir: the line says nothing there`, 'Junction');
  }
  return junction;
}

/** A status of one link, or of all whose names are numbers from the first to the second. */
function readStatus(row: Row, { linkOf, pipes, pumps, valves }: Draft): void {
  if (!row.expectCount(2, 'a link and its status')) return;
  const id = row.word(0)!;
  const last = row.count - 1;
  const value = row.upper(last);
  const isWord = value === 'OPEN' || value === 'CLOSED' || value === 'ACTIVE';
  if (!isWord && !isNumber(row.word(last))) {
    row.error('unknown-word', `met ${shown(row.word(last)!)}, expected OPEN, CLOSED or a setting`, 'Status/Setting');
    return;
  }
  if (last > 1) return;
  const link = linkOf.get(id);
  if (link === undefined) {
    row.error('unknown-link', `there is no link ${shown(id)}`, 'ID');
    return;
  }
  const pipe = pipes.find((each) => each === link);
  if (pipe) {
    if (pipe.status === 'CV') row.error('check-valve-status', `${shown(id)} is a check valve and has no status`, 'ID');
    else if (isWord) pipe.status = value as Status;
  }
  const pump = pumps.find((each) => each === link);
  if (pump) {
    if (isWord) pump.isOpen = value === 'OPEN';
    else pump.speed = row.atLeastZero(last, 'Setting');
  }
  const valve = valves.find((each) => each === link);
  if (valve && isWord && value !== 'ACTIVE') valve.status = value as 'OPEN' | 'CLOSED';
}

/** LINK id status IF NODE id ABOVE|BELOW value · AT TIME t · AT CLOCKTIME t. */
function readControl(row: Row, { linkOf, nodeOf, controls }: Draft): void {
  if (!row.expectCount(6, 'LINK, a name, a status and a condition')) return;
  controls.push(row.line.number);
  const link = row.word(1)!;
  if (!linkOf.has(link)) row.error('unknown-link', `there is no link ${shown(link)}`, 'LINK');
  const value = row.upper(2);
  if (value !== 'OPEN' && value !== 'CLOSED' && !isNumber(row.word(2))) {
    row.error('unknown-word', `met ${shown(row.word(2)!)}, expected OPEN, CLOSED or a setting`, 'status');
  }
  if (row.upper(3) === 'IF') {
    if (!row.expectCount(8, 'IF NODE, a name, ABOVE or BELOW, and a value')) return;
    const node = row.word(5)!;
    if (!nodeOf.has(node)) row.error('unknown-node', `there is no node ${shown(node)}`, 'NODE');
    row.oneOf(6, ['ABOVE', 'BELOW'] as const, 'condition');
    row.number(7, 'value');
  } else if (row.upper(3) === 'AT') row.oneOf(4, ['TIME', 'CLOCKTIME'] as const, 'condition');
  else row.error('unknown-word', `met ${shown(row.word(3)!)}, expected IF or AT`, 'condition');
}

const ofNode = /^(NODE|JUNC|RESE|TANK)/;
const ofLink = /^(LINK|PIPE|PUMP|VALV)/;

/** Clauses of rules name what they look at and what they do. */
function readRule(row: Row, { linkOf, nodeOf, rules }: Draft): void {
  const first = row.upper(0);
  if (first === 'RULE') {
    rules.push(row.line.number);
    return;
  }
  if (rules.length === 0) {
    row.error('no-rule', `met ${shown(row.word(0)!)} before any RULE`);
    return;
  }
  if (first === 'PRIORITY') {
    row.number(1, 'PRIORITY');
    return;
  }
  if (!['IF', 'AND', 'OR', 'THEN', 'ELSE'].includes(first)) {
    row.error('unknown-word', `met ${shown(row.word(0)!)}, expected IF, AND, OR, THEN, ELSE or PRIORITY`);
    return;
  }
  const [kind, id] = [row.upper(1), row.word(2)];
  if (kind === 'SYSTEM') return;
  if (id === undefined) {
    row.error('too-few-words', 'expected what it is about and its name');
    return;
  }
  if (ofNode.test(kind)) {
    if (!nodeOf.has(id)) row.error('unknown-node', `there is no node ${shown(id)}`, kind);
  } else if (ofLink.test(kind)) {
    if (!linkOf.has(id)) row.error('unknown-link', `there is no link ${shown(id)}`, kind);
  } else row.error('unknown-word', `met ${shown(row.word(1)!)}, expected a node, a link or SYSTEM`);
}
