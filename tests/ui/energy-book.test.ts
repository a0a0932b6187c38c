import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { languages } from '../../src/i18n';
import { makePlaceBook } from '../../src/state/place-book';
import { sceneOf } from '../city/scenes';

const park = sceneOf('eco-park');
const { roads, demand, buildings, electricity, stations } = park.scene;
const book = makePlaceBook(roads!, demand!.gates, buildings!.buildings, {
  electricity,
  stations: stations!.stations,
});
const { energy } = book;

const feederScene = sceneOf('tiny/one-feeder').scene;
const small = makePlaceBook(
  { streets: [], nodes: [], edges: [], junctions: [], signals: [] },
  [],
  feederScene.buildings!.buildings,
  { electricity: feederScene.electricity, stations: [] },
);

describe('names in the energy networks', () => {
  it.each(languages)('are there for every line and transformer in %s, no two alike', (language) => {
    for (const kind of ['branch', 'transformer'] as const) {
      const { ids } = park.elements[kind];
      const names = ids.map((id) => book.nameOf(kind, id, language));
      expect(new Set(names).size).toBe(ids.length);
      for (const name of names) expect(name).not.toMatch(/undefined|\bunnamed\b/i);
    }
  });

  it('tell the feeder and the streets that a line runs between', () => {
    expect(book.nameOf('branch', 'zhusong/1:guandao/1', 'en')).toMatch(/^West feeder 01, .+ to .+/);
    expect(book.nameOf('branch', 'zhusong/1:guandao/1', 'zh')).toMatch(/^西变01线（.+至.+）/);
  });

  it('tell the house of a main transformer and of what lies between busbars', () => {
    expect(book.nameOf('transformer', 'west.t1', 'zh')).toBe('110千伏西变电站主变 1号');
    expect(book.nameOf('branch', 'west.10-1:west.10-2', 'en')).toBe('West 110 kV Substation, 10 kV bus tie no. 1');
    expect(book.nameOf('station', 'central', 'en')).toBe('Central Energy Station');
  });

  it('tell the house served where there is no street', () => {
    const name = small.nameOf('branch', 'a1:a2', 'en');
    expect(name).not.toContain('a1');
    expect(name).toMatch(/ to /);
  });

  it('are found for happenings, with a place to look at', () => {
    const id = 'zhusong/1:guandao/1';
    expect(book.nameOfAny(id, 'zh')).toBe(book.nameOf('branch', id, 'zh'));
    const [x, y] = book.placeOfAny(id)!;
    const path = electricity!.branches.find((branch) => branch.id === id)!.path!;
    expect(path.some(([px, py]) => px === x && py === y)).toBe(true);
    expect(book.placeOfAny('west.t1')).toEqual([-1140.5, -61.5]);
    expect(book.elementOfAny(id)).toEqual({ kind: 'branch', id });
    expect(book.elementOfAny('west.t1')).toEqual({ kind: 'transformer', id: 'west.t1' });
  });
});

describe('what a change of the grid can be made to', () => {
  it('is listed in full, that of the grid above first, and a substation as a whole', () => {
    const transformers = book.list('transformer', 'en');
    expect(transformers.filter(({ ids }) => ids.length === 1)).toHaveLength(electricity!.transformers.length);
    const main = transformers.filter(({ isMain }) => isMain);
    expect(main.map(({ ids }) => ids.length).sort()).toEqual([1, 1, 1, 1, 1, 1, 3, 3]);
    expect(transformers.slice(0, main.length)).toEqual(main);
    expect(main[0].label).toMatch(/all 3 transformers/);
    const lines = book.list('branch', 'zh');
    expect(lines).toHaveLength(electricity!.branches.length);
    expect(lines[0].isMain).toBe(true);
  });

  it('is a busbar where it is to be one: those that feeders begin at, no two called alike', () => {
    const bars = book.list('bus', 'en');
    const begins = new Set(electricity!.feeders.map(({ bus }) => bus));
    expect(bars.map(({ ids }) => ids[0]).sort()).toEqual([...begins].sort());
    expect(new Set(bars.map(({ label }) => label)).size).toBe(bars.length);
  });

  it('is offered only where a city has it', () => {
    const targets = { kind: 'branch', least: 1, most: 20 } as const;
    expect(book.holds(targets)).toBe(true);
    expect(makePlaceBook({ streets: [], nodes: [], edges: [], junctions: [], signals: [] }, []).holds(targets)).toBe(
      false,
    );
  });
});

describe('rows of the frame', () => {
  it('are those of the engine for every line, transformer and bus', () => {
    const { branch, transformer, bus } = park.elements;
    for (const id of branch.ids) expect(energy.line(id)!.row).toBe(branch.slotOf(id));
    for (const id of transformer.ids) {
      expect(energy.transformer(id)!.row).toBe(branch.count + (transformer.slotOf(id) as number));
    }
    for (const id of bus.ids) expect(energy.bus(id)!.row).toBe(bus.slotOf(id));
  });
});

describe('facts of the energy networks', () => {
  it('are those of the scene', () => {
    const source = JSON.parse(readFileSync(new URL('../../scenes/eco-park/electricity.json', import.meta.url), 'utf8'));
    const tie = source.switches.find((each: { kind: string }) => each.kind === 'tie').branch;
    expect(energy.line(tie)!.isTie).toBe(true);
    const line = energy.line('zhusong/1:guandao/1')!;
    expect([line.isTie, line.kilovolts, line.ratingA, line.feeder]).toEqual([false, 10, 264, 'west-f01']);
    const transformer = energy.transformer('west.t1')!;
    expect([transformer.ratingKva, transformer.from.kilovolts, transformer.to.kilovolts]).toEqual([63_000, 110, 10]);
  });

  it('lead from a building to its bus and its transformers, and from a station’s house to the station', () => {
    const home = buildings!.buildings.find(({ use, serves }) => use === 'housing' && serves?.electricity)!;
    const bus = energy.busOfBuilding(home.id)!;
    expect(bus.id).toBe(home.serves!.electricity);
    expect(bus.transformers.length).toBeGreaterThan(0);
    const [transformer] = bus.transformers;
    const served = buildings!.buildings.filter(({ serves }) => serves?.electricity === bus.id).length;
    expect(energy.transformer(transformer)!.buildings).toBe(served);
    expect(bus.buildings).toBe(served);
    expect(energy.feederName(bus.feeder, 'zh')).toMatch(/变\d\d线$/);
    const [station] = stations!.stations;
    expect(energy.stationOfBuilding(station.building!)).toBe(station.id);
    expect(energy.station(station.id)!.units).toEqual(station.units);
  });
});
