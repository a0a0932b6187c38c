import { describe, expect, it } from 'vitest';
import { compileGrid, type Grid } from '../../../sim/domains/energy/grid/grid';
import { CREW_SWITCHING_S, CREW_TRAVEL_S, noOperations } from '../../../sim/domains/energy/grid/operations';
import { normalPositions, type Positions } from '../../../sim/domains/energy/grid/positions';
import { clearFaults } from '../../../sim/domains/energy/grid/protection';
import { type Switching, stepSwitching, takeStock } from '../../../sim/domains/energy/grid/switching';
import { ringMains } from './ring-mains';
import { sceneOf } from './scenes';

const STEP_S = 60;

/** A control room over the smallest grid; every node wants 100 kW and any arrangement carries it unless told. */
function room(change: Parameters<typeof sceneOf>[1] = () => {}, carries: (open: Uint8Array) => boolean = () => true) {
  const scene = sceneOf('tiny/one-feeder', change);
  const grid = compileGrid(scene) as Grid;
  const positions: Positions = normalPositions(grid);
  const switching: Switching = { operations: noOperations(), searchFromS: 0 };
  const bus = (id: string) => scene.elements.bus.slotOf(id) as number;
  const link = (id: string) =>
    scene.elements.branch.slotOf(id) ?? grid.branchCount + (scene.elements.transformer.slotOf(id) as number);
  const nameOf = (gear: number) => {
    const slot = grid.gearLink[gear];
    const { branch, transformer } = scene.elements;
    return slot < grid.branchCount ? branch.ids[slot] : transformer.ids[slot - grid.branchCount];
  };
  const log: string[] = [];
  let nowS = 0;
  const tripped = (each: number) => log.push(`${nowS} trip ${nameOf(each)}`);
  return {
    grid,
    positions,
    log,
    lit: () =>
      scene.elements.bus.ids.filter((id) => id.endsWith('.low') && positions.live[grid.sections.ofNode[bus(id)]] === 1)
        .length,
    isLit: (id: string) => positions.live[grid.sections.ofNode[bus(id)]] === 1,
    breakLink(id: string, broken = 1) {
      positions.linkOut[link(id)] = broken;
      takeStock(grid, positions, switching);
      clearFaults(grid, positions, tripped);
    },
    breakBus(id: string, broken = 1) {
      positions.nodeOut[bus(id)] = broken;
      takeStock(grid, positions, switching);
      clearFaults(grid, positions, tripped);
    },
    runTo(seconds: number) {
      for (; nowS < seconds; nowS += STEP_S) {
        stepSwitching(grid, positions, switching, {
          nowS,
          sectionKw: new Float64Array(grid.sections.count).fill(100),
          carries,
          isCool: () => true,
          moved: (each, toOpen) => log.push(`${nowS} ${toOpen === 1 ? 'open' : 'close'} ${nameOf(each)}`),
          causeAt: () => 0,
          crewComesS: () => 2_700,
        });
      }
    },
  };
}

const CREW_THERE = CREW_TRAVEL_S + STEP_S;

describe('a fault in the middle of a feeder', () => {
  it('trips the whole feeder and nothing else', () => {
    const it = room();
    expect(it.lit()).toBe(8);
    it.breakLink('a2:a3');
    expect(it.log).toEqual(['0 trip bar-10-1:a1']);
    expect(it.lit()).toBe(4);
  });

  it('is cut off by the crew, then the upstream part returns and the tie picks up the rest', () => {
    const it = room();
    it.breakLink('a2:a3');
    it.runTo(CREW_TRAVEL_S);
    expect(it.lit()).toBe(4);
    it.runTo(CREW_THERE + 4 * CREW_SWITCHING_S);
    expect(
      it.log
        .slice(1)
        .map((line) => line.replace(/^\d+ /, ''))
        .sort(),
    ).toEqual(['close a4:b4', 'close bar-10-1:a1', 'open a2:a3', 'open a3:a4']);
    expect(it.isLit('a2.low')).toBe(true);
    expect(it.isLit('a3.low')).toBe(false);
    expect(it.isLit('a4.low')).toBe(true);
  });

  it('is over in two minutes where every switch moves by itself', () => {
    const it = room((files) => {
      for (const each of files['electricity.json'].switches) each.automatic = true;
    });
    it.breakLink('a2:a3');
    it.runTo(300);
    expect(it.lit()).toBe(7);
  });

  it('ends where it began once the cable is mended', () => {
    const it = room();
    it.breakLink('a2:a3');
    it.runTo(3 * 3_600);
    it.breakLink('a2:a3', 0);
    it.runTo(6 * 3_600);
    expect(it.lit()).toBe(8);
    expect([...it.positions.open]).toEqual([...it.grid.normallyOpen]);
  });

  it('leaves a dead part dark where no neighbour can carry it', () => {
    const tie = { slot: -1 };
    const it = room(undefined, (open) => open[tie.slot] === 1);
    tie.slot = it.grid.linkGear.findIndex(
      (_, link) => it.grid.normallyOpen[link] === 1 && it.grid.linkAutomatic[link] === 0,
    );
    it.breakLink('a2:a3');
    it.runTo(4 * 3_600);
    expect(it.isLit('a2.low')).toBe(true);
    expect(it.isLit('a4.low')).toBe(false);
  });
});

describe('an outage of a transformer', () => {
  it('is bridged by the coupler within the step, and ends where it began', () => {
    const it = room();
    it.breakLink('t1');
    expect(it.lit()).toBe(4);
    it.runTo(180);
    expect(it.lit()).toBe(8);
    // Its own relays need seconds, which the step of a minute does not see.
    expect(it.log).toEqual(['0 trip t1', '0 close coupler']);
    it.breakLink('t1', 0);
    it.runTo(600);
    expect(it.lit()).toBe(8);
    expect([...it.positions.open]).toEqual([...it.grid.normallyOpen]);
  });

  it('that serves one house takes out one house', () => {
    const it = room();
    it.breakLink('b2.t');
    it.runTo(4 * 3_600);
    expect(it.lit()).toBe(7);
  });
});

describe('a busbar that is out', () => {
  it('trips what feeds it, and its feeder gets supply over the tie, never over the busbar', () => {
    const it = room();
    it.breakBus('bar-10-1');
    expect(it.lit()).toBe(4);
    it.runTo(4 * 3_600);
    expect(it.lit()).toBe(8);
    expect(it.isLit('bar-10-1')).toBe(false);
    expect(it.log.some((line) => line.includes('close coupler'))).toBe(false);
  });
});

describe('a grid above that is gone', () => {
  it('is replaced over the coupler, and a fault at both leaves all dark', () => {
    const it = room();
    it.breakBus('grid-1');
    it.runTo(300);
    expect(it.lit()).toBe(8);
    it.breakBus('grid-2');
    it.runTo(4 * 3_600);
    expect(it.lit()).toBe(0);
    it.breakBus('grid-2', 0);
    it.runTo(6 * 3_600);
    expect(it.lit()).toBe(8);
  });
});

describe('a cable between two ring-main units', () => {
  it('is cut off at both ends, and nobody stays dark', () => {
    const it = room(ringMains);
    it.breakLink('a2:a3');
    expect(it.log).toEqual(['0 trip bar-10-1:a1']);
    it.runTo(300);
    expect(it.lit()).toBe(8);
    expect(it.log.filter((line) => line.endsWith('open a2:a3'))).toHaveLength(2);
    expect(it.positions.faulty.filter((one) => one === 1)).toHaveLength(1);
  });

  it('goes back to where it stood once it is mended', () => {
    const it = room(ringMains);
    it.breakLink('a2:a3');
    it.runTo(600);
    it.breakLink('a2:a3', 0);
    it.runTo(1_200);
    expect(it.lit()).toBe(8);
    expect([...it.positions.open]).toEqual([...it.grid.normallyOpen]);
  });

  it('has a fault at the open end of a ring found, too: only its live half trips anything', () => {
    const it = room(ringMains);
    it.breakLink('a4:b4');
    expect(it.lit()).toBe(4);
    it.runTo(300);
    expect(it.lit()).toBe(8);
  });

  it('takes a unit that is out from both sides and lets every other live', () => {
    const it = room(ringMains);
    it.breakBus('a2');
    it.runTo(300);
    expect(it.lit()).toBe(7);
    expect(it.isLit('a2.low')).toBe(false);
  });

  it('is found with the head of a feeder broken, and the tie feeds all of it', () => {
    const it = room(ringMains);
    it.breakLink('bar-10-1:a1');
    it.runTo(300);
    expect(it.lit()).toBe(8);
  });
});
