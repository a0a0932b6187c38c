import type { ProblemList } from '../problem-list';
import type { Junction, Turn } from '../schema/roads';
import { present, type SoundScene } from './sound-entries';

/**
 * A junction that says which of its turns meet says so for all of them; foes are mutual, and one gives way to foes only.
 * Who waits within a junction waits somewhere, for turns of that junction out of other lanes.
 */
export function checkRightOfWay({ roads }: SoundScene, list: ProblemList): void {
  for (const [junction, i] of present(roads?.junctions)) {
    const says = junction.turns.some((turn) => turn.foes !== undefined || turn.yieldsTo !== undefined);
    if (says) checkFoes(junction, ['roads.json', 'junctions', i, 'turns'], list);
    checkWaits(junction, ['roads.json', 'junctions', i, 'turns'], list);
  }
}

function checkFoes(junction: Junction, path: readonly (string | number)[], list: ProblemList): void {
  const turns = new Map(junction.turns.map((turn) => [turn.id, turn]));
  const foesOf = new Map(junction.turns.map((turn) => [turn.id, new Set(turn.foes)]));
  junction.turns.forEach((turn, t) => {
    if (turn.foes === undefined) {
      list.error(
        'scene.foes-missing',
        [...path, t, 'foes'],
        'expected the foes of every turn of this junction, or of none',
      );
      return;
    }
    turn.foes.forEach((name, k) => {
      const foe = turns.get(name);
      const fault = foe === undefined ? 'a turn of this junction' : faultOf(turn, foe, foesOf.get(name)!);
      if (fault) list.error('scene.not-foe', [...path, t, 'foes', k], `expected ${fault}, found "${name}"`);
    });
    const foes = foesOf.get(turn.id)!;
    turn.yieldsTo?.forEach((name, k) => {
      if (!foes.has(name))
        list.error('scene.not-foe', [...path, t, 'yieldsTo', k], `expected one of the turn's foes, found "${name}"`);
    });
  });
}

function checkWaits(junction: Junction, path: readonly (string | number)[], list: ProblemList): void {
  junction.turns.forEach((turn, t) => {
    if (turn.waitsFor === undefined) return;
    if (turn.waitsAtM === undefined) {
      list.error(
        'scene.waits-nowhere',
        [...path, t, 'waitsAtM'],
        'expected the place where this turn waits for others',
      );
    }
    turn.waitsFor.forEach((name, k) => {
      const other = junction.turns.find((one) => one.id === name);
      if (other !== undefined && other.fromLane !== turn.fromLane) return;
      const wanted = 'expected a turn of this junction out of another lane';
      list.error('scene.not-foe', [...path, t, 'waitsFor', k], `${wanted}, found "${name}"`);
    });
  });
}

function faultOf(turn: Turn, foe: Turn, itsFoes: ReadonlySet<string>): string | undefined {
  if (foe.fromLane === turn.fromLane) return 'a turn out of another lane';
  return itsFoes.has(turn.id) ? undefined : 'a turn that has this one among its foes too';
}
