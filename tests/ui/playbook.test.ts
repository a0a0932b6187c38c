import { beforeEach, expect, it } from 'vitest';
import { asElementId, asTick, type Command, type Happening, playbookFor } from '../../sim';
import type { EngineClient } from '../../src/engine/engine-face';
import { emptyHistory } from '../../src/scenarios/history';
import { beginEdits, undoLast, useEdits } from '../../src/state/edits';
import { enact, forgetPlaybooks, isInEffect, usePlaybook } from '../../src/state/playbook';
import { useRun } from '../../src/state/run';

const crash: Happening = {
  id: 7,
  tick: asTick(240),
  code: 'traffic.crash',
  element: asElementId('a:b'),
  causes: [],
  values: {},
} as never;
const playbook = playbookFor('traffic.crash')!;

/** An engine that takes every change but those of one kind. */
function engineBut(refused: string | null): { engine: EngineClient; sent: Command[] } {
  const sent: Command[] = [];
  const send = async (command: Command) => {
    sent.push(command);
    const isRefused = command.kind === 'intervene' && command.intervention.kind === refused;
    const problems = [{ severity: 'error', code: 'intervention.nobody-to-guide', path: [], message: 'no' }];
    return isRefused ? { ok: false, problems } : { ok: true, value: { tick: asTick(240) }, warnings: [] };
  };
  return { engine: { send } as never, sent };
}

beforeEach(() => {
  beginEdits(emptyHistory);
  forgetPlaybooks();
  useRun.setState({ clock: { tick: 240, seconds: 120, clockSeconds: 28_920 } as never });
});

it('puts every step into effect from now on, as changes that can be undone one by one', async () => {
  const { engine, sent } = engineBut(null);
  await enact(engine, crash, playbook, () => ['s1', 's2']);
  const list = useEdits.getState().history.list;
  expect(sent).toHaveLength(playbook.steps.length);
  expect(list.map(({ kind, fromSeconds, targets }) => [kind, fromSeconds, targets])).toEqual([
    ['favour-vehicles', 180, ['s1', 's2']],
    ['guide-drivers', 300, []],
  ]);
  const decided = usePlaybook.getState().decided.get(crash.id);
  expect(decided).toEqual(list.map(({ id }) => ({ id, problems: [] })));
  await undoLast(engine);
  expect(useEdits.getState().history.list.map(({ kind }) => kind)).toEqual(['favour-vehicles']);
});

it('says of a step that the city refuses why, leaves nobody else’s word standing, and goes on with the others', async () => {
  const { engine } = engineBut('favour-vehicles');
  await enact(engine, crash, playbook, () => ['s1']);
  const [first, second] = usePlaybook.getState().decided.get(crash.id)!;
  expect(first.problems.map(({ code }) => code)).toEqual(['intervention.nobody-to-guide']);
  expect(second.problems).toEqual([]);
  expect(useEdits.getState().refusal).toBeNull();
  expect(useEdits.getState().history.list.map(({ kind }) => kind)).toEqual(['guide-drivers']);
});

it('is in effect as long as one of its steps is, and can be put into effect again after that', async () => {
  const { engine } = engineBut(null);
  await enact(engine, crash, playbook, () => ['s1']);
  const acting = () => isInEffect(usePlaybook.getState().decided.get(crash.id)!, useEdits.getState().history.list);
  expect(acting()).toBe(true);
  await undoLast(engine);
  expect(acting()).toBe(true);
  await undoLast(engine);
  expect(acting()).toBe(false);
  await enact(engine, crash, playbook, () => ['s1']);
  expect(acting()).toBe(true);
});

it('gives changes of a second time names of their own', async () => {
  const { engine } = engineBut(null);
  await enact(engine, crash, playbook, () => ['s1']);
  await enact(engine, { ...crash, id: 8 }, playbook, () => ['s1']);
  const ids = useEdits.getState().history.list.map(({ id }) => id);
  expect(new Set(ids).size).toBe(4);
  expect(ids[0]).toBe('favour-vehicles.traffic-police.crash-1');
});
