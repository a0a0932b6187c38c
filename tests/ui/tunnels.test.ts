import { describe, expect, it } from 'vitest';
import type { Happening } from '../../sim';
import { SECTION_STRIDE as ENGINE_STRIDE, sectionFlags as engineFlags } from '../../sim/domains/tunnel/frame';
import * as fireLinkage from '../../sim/domains/tunnel/linkage/fire-linkage';
import * as floodLinkage from '../../sim/domains/tunnel/linkage/flood-linkage';
import * as gasLinkage from '../../sim/domains/tunnel/linkage/gas-linkage';
import { ordersFor } from '../../src/state/orders';
import {
  fireStates,
  floodStates,
  gasStates,
  isAlarm,
  isAtRest,
  SECTION_STRIDE,
  sectionFlags,
  sectionNow,
  troublesOf,
} from '../../src/state/section-state';
import { useSelection } from '../../src/state/selection';
import { recordOfSections, sectionsAtWork } from '../../src/state/tunnel-alarms';
import { forgetTunnels, noTunnelRows, tellTunnels, useTunnelsNow } from '../../src/state/tunnels-now';
import { tunnelsAreShown } from '../../src/state/tunnels-shown';

const rest = [0, 0, 0, 0, 0, 15, 100, 0];
const AIR = 0.2095;
const rowsOf = (...sections: readonly number[][]) => Float32Array.from(sections.flatMap((row) => [...row, AIR]));
const happening = (id: number, code: string, element: string): Happening =>
  ({ id, tick: id, code, element, causes: [], values: {} }) as never;

describe('what a frame says of sections', () => {
  it('is read as the galleries’ domain writes it', () => {
    expect(SECTION_STRIDE).toBe(ENGINE_STRIDE);
    const { GAS_NORMAL, GAS_PRE_ALARM, GAS_ALARM, GAS_CUT_OFF, GAS_PURGED } = gasLinkage;
    expect([GAS_NORMAL, GAS_PRE_ALARM, GAS_ALARM, GAS_CUT_OFF, GAS_PURGED].map((at) => gasStates[at])).toEqual(
      gasStates,
    );
    const { FLOOD_DRY, FLOOD_HIGH, FLOOD_SHUT, FLOOD_DEAD } = floodLinkage;
    expect([FLOOD_DRY, FLOOD_HIGH, FLOOD_SHUT, FLOOD_DEAD].map((at) => floodStates[at])).toEqual(floodStates);
    const { FIRE_NONE, FIRE_ALARM, FIRE_SUPPRESSED, FIRE_OUT, FIRE_EXHAUST, FIRE_CLEARED } = fireLinkage;
    const fires = [FIRE_NONE, FIRE_ALARM, FIRE_SUPPRESSED, FIRE_OUT, FIRE_EXHAUST, FIRE_CLEARED];
    expect(fires.map((at) => fireStates[at])).toEqual(fireStates);
    for (const [name, bit] of Object.entries(engineFlags)) {
      const { flags } = sectionNow(rowsOf([...rest.slice(0, 7), bit]), 0)!;
      expect([...flags]).toEqual([name]);
    }
    expect(sectionFlags).toHaveLength(Object.keys(engineFlags).length);
  });

  it('is nothing before the first frame', () => {
    expect(sectionNow(new Float32Array(0), 0)).toBeUndefined();
    expect(sectionNow(rowsOf(rest), 1)).toBeUndefined();
  });

  it('tells every trouble, the gravest first, and which of them are alarms', () => {
    const now = sectionNow(rowsOf([2, 0.3, 0.2, 1, 1, 90, 8, 1 + 16]), 0)!;
    expect(troublesOf(now)).toEqual(['fire', 'gas', 'flood', 'dark', 'shut']);
    expect(isAlarm(now)).toBe(true);
    const neighbour = sectionNow(rowsOf([0, 0, 0, 0, 0, 15, 100, 8]), 0)!;
    expect(troublesOf(neighbour)).toEqual(['fans']);
    expect(isAlarm(neighbour)).toBe(false);
    expect(isAlarm(sectionNow(rowsOf([1, 0.12, 0, 0, 0, 15, 100, 0]), 0)!)).toBe(false);
  });

  it('counts warm or gassy air without any state as at rest: nobody has been told of it', () => {
    expect(isAtRest(rowsOf([0, 0.04, 0, 0, 0, 31, 100, 0]), 0)).toBe(true);
    expect(isAtRest(rowsOf([0, 0, 0, 0, 0, 15, 100, 64]), 0)).toBe(false);
  });
});

describe('the board of alarms', () => {
  const ids = ['a', 'b', 'c'];
  const rows = rowsOf([2, 0.3, 0, 0, 0, 15, 100, 8], rest, [0, 0, 0.2, 1, 0, 15, 100, 0]);
  const told = [
    happening(100, 'tunnel.gas-pre-alarm', 'a'),
    happening(130, 'tunnel.gas-alarm', 'a'),
    happening(190, 'tunnel.gas-acknowledged', 'a'),
    happening(300, 'tunnel.water-high', 'c'),
  ];
  const board = (happenings: readonly Happening[], seen = [Number.NaN, Number.NaN, Number.NaN]) =>
    sectionsAtWork(rows, Float64Array.from(seen), ids, recordOfSections(happenings), 1);

  it('lists what is not at rest, the newest first, since its trouble began', () => {
    expect(board(told).map(({ id, sinceSeconds }) => [id, sinceSeconds])).toEqual([
      ['c', 300],
      ['a', 100],
    ]);
  });

  it('knows which gas alarm has been taken, and that another one has not', () => {
    const taken = (happenings: readonly Happening[]) => board(happenings).find(({ id }) => id === 'a')!.isTaken;
    expect(taken(told)).toBe(true);
    expect(taken(told.slice(0, 2))).toBe(false);
    expect(taken([...told, happening(400, 'tunnel.gas-alarm', 'a')])).toBe(false);
    expect(taken([...told, happening(400, 'tunnel.gas-reset', 'a'), happening(500, 'tunnel.gas-pre-alarm', 'a')])).toBe(
      false,
    );
  });

  it('begins anew after a section was back at rest', () => {
    const again = [...told, happening(400, 'tunnel.gas-reset', 'a'), happening(500, 'tunnel.gas-alarm', 'a')];
    expect(board(again).map(({ id, sinceSeconds }) => [id, sinceSeconds])).toEqual([
      ['a', 500],
      ['c', 300],
    ]);
  });

  it('says when it was first seen where no happening is on record, and nothing where that is unknown', () => {
    expect(board([], [40, Number.NaN, 60]).map(({ sinceSeconds }) => sinceSeconds)).toEqual([60, 40]);
    expect(board([]).every(({ sinceSeconds }) => Number.isNaN(sinceSeconds))).toBe(true);
  });
});

describe('galleries', () => {
  const { startPlacing, stopPlacing, pick } = useSelection.getState();

  it('are open while a change to them is placed or a section is picked, and only those that can take it are taken', () => {
    expect(tunnelsAreShown()).toBe(false);
    startPlacing(['gallery-section'], 2, false, new Set(['gas-1']));
    expect(tunnelsAreShown()).toBe(true);
    pick({ kind: 'gallery-section', id: 'power-1' });
    expect(useSelection.getState().placing?.chosen).toEqual([]);
    pick({ kind: 'gallery-section', id: 'gas-1' });
    expect(useSelection.getState().placing?.chosen).toEqual(['gas-1']);
    stopPlacing();
    expect(tunnelsAreShown()).toBe(false);
    pick({ kind: 'gallery-section', id: 'power-1' });
    expect(tunnelsAreShown()).toBe(true);
    pick(null);
  });

  it('know which orders to a section are in force', () => {
    const order = (id: string, target: string, from: number, until: number | null) =>
      ({
        id,
        kind: 'gallery-orders',
        targets: [target],
        settings: { order: 'acknowledge' },
        fromSeconds: from,
        untilSeconds: until,
      }) as never;
    const list = [order('1', 'a', 100, 160), order('2', 'b', 0, null)];
    expect(ordersFor('a', list, 120)).toEqual(['acknowledge']);
    expect(ordersFor('a', list, 160)).toEqual([]);
    expect(ordersFor('b', list, 9_000)).toEqual(['acknowledge']);
    expect(ordersFor('c', list, 120)).toEqual([]);
  });
});

describe('when a section was first seen not at rest', () => {
  const alarm = [2, 0.3, 0, 0, 0, 15, 100, 8];
  let ms = 0;
  const tell = (seconds: number, ...sections: readonly number[][]) => {
    ms += 1_000;
    tellTunnels({ ...noTunnelRows, sections: rowsOf(...sections) }, seconds, ms);
    return [...useTunnelsNow.getState().seenSeconds];
  };

  it('is kept while it lasts, and unknown after a jump in time', () => {
    forgetTunnels();
    expect(tell(60, rest, rest)).toEqual([Number.NaN, Number.NaN]);
    expect(tell(61, alarm, rest)).toEqual([61, Number.NaN]);
    expect(tell(90, alarm, alarm)).toEqual([61, 90]);
    expect(tell(95, rest, alarm)).toEqual([Number.NaN, 90]);
    expect(tell(900, alarm, alarm)).toEqual([Number.NaN, 90]);
    expect(tell(30, alarm, alarm)).toEqual([Number.NaN, Number.NaN]);
    forgetTunnels();
    expect(useTunnelsNow.getState().sections).toHaveLength(0);
  });
});
