import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { tunnelDomain } from '../../../sim/domains/tunnel';
import { SECTION_STRIDE } from '../../../sim/domains/tunnel/frame';
import { LAYER_STRIDE } from '../../../sim/domains/tunnel/frame-inside';
import { equipmentKinds } from '../../../sim/domains/tunnel/galleries';
import { METHANE_M3_PER_KG } from '../../../sim/domains/tunnel/leak';
import { GAS_CUT_OFF, GAS_NORMAL } from '../../../sim/domains/tunnel/linkage/gas-linkage';
import { sceneOf } from '../energy/scenes';
import { frameRowsOf } from './frame-rows';
import {
  CHANGE,
  causesOf,
  figuresOf,
  forkTunnel,
  runTunnel,
  startTunnel,
  type TunnelRunOf,
  turn,
  valuesOf,
} from './simulate';

const park = sceneOf('eco-park');
const GAS = 'tuanjie-gallery.gas/05';
const POWER = 'tuanjie-gallery.power/05';
const WATER = 'tuanjie-gallery.integrated/05';
const slot = (id: string) => park.elements['gallery-section'].slotOf(id) as number;
const codes = ({ heard }: TunnelRunOf, id?: string) =>
  heard.filter(({ element }) => id === undefined || element === id).map(({ code }) => code);

/** What the gas network does once a minute: hands over what is in a main that is shut, takes back what is left. */
function answerAsGas(of: TunnelRunOf, kgPerMain = 40): void {
  if (of.seconds % 60 !== 0) return;
  const shut = valuesOf(of, 'tunnel.gas-shut');
  const closed = valuesOf(of, 'energy.gas-closed-in');
  for (let main = 0; main < shut.length; main++) closed[main] = shut[main] === 0 ? 0 : closed[main] || kgPerMain;
}

const hashOf = ({ state }: TunnelRunOf) => createHash('sha256').update(tunnelDomain.save(state)).digest('hex');
const sum = (values: Float64Array) => values.reduce((a, b) => a + b, 0);

describe('a gas leak in the flagship’s gallery', () => {
  const of = startTunnel(park);
  runTunnel(of, 60);
  turn(of, 'gallery-section.gas-hole', GAS, 8);
  const released: number[] = [];
  runTunnel(of, 4 * 3_600, () => {
    answerAsGas(of);
    const { run } = of.state;
    if (run === null) throw new Error('expected galleries');
    const { cells } = run;
    // Every cubic metre that came out is in the air, has gone to the open or to sections at rest.
    const held = cells.galleries.sections.ids.reduce((all, _, s) => {
      const { cellStart, cellLengthM, areaM2 } = cells.galleries.sections;
      let m3 = 0;
      if (cells.isActive[s] === 0) return all;
      for (let i = cellStart[s]; i < cellStart[s + 1]; i++) {
        m3 += cells.roofShare[s] * cells.roof[i] + (1 - cells.roofShare[s]) * cells.bulk[i];
      }
      return all + m3 * cellLengthM[s] * areaM2[s];
    }, 0);
    const gone = sum(cells.ventedM3) + sum(cells.seepedM3) + sum(cells.fadedM3);
    const came = of.state.totals.releasedKg * METHANE_M3_PER_KG;
    released.push(Math.abs(held + gone - came) / Math.max(1, came));
  });

  it('goes from alarm to cut-off to a crew that mends it, and back to normal, each because of the one before', () => {
    const story = of.heard.filter(({ element }) => element === GAS);
    const order = [
      'tunnel.gas-alarm',
      'tunnel.gas-cut-off',
      'tunnel.gas-acknowledged',
      'tunnel.crew-there',
      'tunnel.gas-purged',
      'tunnel.crew-done',
      'tunnel.gas-reset',
    ];
    let last = -1;
    for (const code of order) {
      const at = story.findIndex((each, k) => k > last && each.code === code);
      expect(at, code).toBeGreaterThan(last);
      last = at;
    }
    const byId = new Map(of.heard.map((each) => [each.id, each]));
    for (const each of of.heard) {
      expect(each.causes.length, each.code).toBe(1);
      let [cause] = each.causes;
      for (let k = 0; k < 20 && cause !== CHANGE; k++) {
        const before = byId.get(cause);
        expect(before?.id, each.code).toBeLessThan(each.id);
        cause = before?.causes[0] as number;
      }
      expect(cause, each.code).toBe(CHANGE);
    }
    expect(of.state.run?.gasLinkage.state[slot(GAS)]).toBe(GAS_NORMAL);
  });

  it('loses no gas: what came out is in the air or has gone out of it', () => {
    expect(Math.max(...released)).toBeLessThan(1e-9);
  });

  it('lasts as long as what is shut in does: a closed valve does not stop it', () => {
    const cut = of.heard.find(({ code }) => code === 'tunnel.gas-cut-off')?.seconds ?? 0;
    const short = startTunnel(park);
    runTunnel(short, 60);
    turn(short, 'gallery-section.gas-hole', GAS, 8);
    runTunnel(short, cut + 600 - 60, () => answerAsGas(short));
    expect(short.state.run?.gasLinkage.state[slot(GAS)]).toBe(GAS_CUT_OFF);
    expect(short.state.run?.sections.leakKgPerS[slot(GAS)]).toBeGreaterThan(0);
  });

  it('is drawn from its main while that is open, and no more once it is shut', () => {
    const { heard } = of;
    const shutAt = heard.find(({ code }) => code === 'tunnel.gas-cut-off')?.seconds ?? 0;
    const fresh = startTunnel(park);
    runTunnel(fresh, 60);
    turn(fresh, 'gallery-section.gas-hole', GAS, 8);
    runTunnel(fresh, 5);
    expect(sum(valuesOf(fresh, 'tunnel.gas-leak'))).toBeGreaterThan(0.01);
    runTunnel(fresh, shutAt + 120 - 65, () => answerAsGas(fresh));
    expect(sum(valuesOf(fresh, 'tunnel.gas-leak'))).toBe(0);
    expect(sum(valuesOf(fresh, 'tunnel.gas-shut'))).toBeGreaterThan(0);
  });

  it('shuts the road above while it lasts, because of the alarm, and frees it again', () => {
    const shut = of.heard.find(({ code }) => code === 'tunnel.road-shut');
    const free = of.heard.find(({ code }) => code === 'tunnel.road-free');
    expect(free?.causes).toEqual([shut?.id]);
    expect(sum(valuesOf(of, 'tunnel.road-hazard'))).toBe(0);
  });

  it('goes on to the same bits after a save in the midst of it', () => {
    const plain = startTunnel(park);
    runTunnel(plain, 60);
    turn(plain, 'gallery-section.gas-hole', GAS, 8);
    turn(plain, 'gallery-section.fire', POWER, 3);
    turn(plain, 'gallery-section.inflow', WATER, 700);
    runTunnel(plain, 200, () => answerAsGas(plain));
    const copy = forkTunnel(plain);
    runTunnel(plain, 400, () => answerAsGas(plain));
    runTunnel(copy, 400, () => answerAsGas(copy));
    expect(hashOf(copy)).toBe(hashOf(plain));
    expect(copy.heard).toEqual(plain.heard);
  });
});

describe('what is absorbed, and what is not', () => {
  it('a pinhole alarms nobody, and a robot finds it', () => {
    const without = startTunnel(park);
    turn(without, 'gallery-section.gas-hole', GAS, 1.5);
    runTunnel(without, 3_600);
    expect(codes(without)).not.toContain('tunnel.gas-alarm');
    const withRobots = startTunnel(park);
    turn(withRobots, 'gallery-section.gas-hole', GAS, 1.5);
    turn(withRobots, 'city.robot-interval', '', 20);
    runTunnel(withRobots, 3_600);
    expect(codes(withRobots, GAS).slice(0, 2)).toEqual(['tunnel.robot-found-gas', 'tunnel.gas-alarm']);
    expect(figuresOf(withRobots)['tunnel.detection-time']).toBeLessThan(figuresOf(without)['tunnel.detection-time']);
  });

  it('detectors that read too much send a crew for nothing, and it says so', () => {
    const of = startTunnel(park);
    turn(of, 'gallery-section.detector-bias', GAS, 22);
    runTunnel(of, 3_600, () => answerAsGas(of));
    const figures = figuresOf(of);
    expect(figures['tunnel.false-alarms']).toBeGreaterThanOrEqual(1);
    expect(figures['tunnel.crew-hours']).toBeGreaterThan(0);
    expect(figures['tunnel.gas-released']).toBe(0);
  });

  it('silent detectors let a leak go on that others would have cut off', () => {
    const of = startTunnel(park);
    turn(of, 'gallery-section.detectors-out', GAS, 1);
    turn(of, 'gallery-section.gas-hole', GAS, 8);
    runTunnel(of, 900);
    expect(codes(of, GAS)).not.toContain('tunnel.gas-alarm');
    expect(figuresOf(of)['tunnel.highest-gas']).toBeGreaterThan(25);
  });

  it('water that pumps can hold wets nothing; without power they hold none', () => {
    const held = startTunnel(park);
    turn(held, 'gallery-section.inflow', WATER, 60);
    runTunnel(held, 3_600);
    expect(figuresOf(held)['tunnel.highest-water']).toBe(0);
    const dark = startTunnel(park);
    valuesOf(dark, 'energy.section-supply')[slot(WATER)] = 0;
    causesOf(dark, 'energy.section-supply')[slot(WATER)] = 55;
    turn(dark, 'gallery-section.inflow', WATER, 60);
    runTunnel(dark, 3_600);
    expect(figuresOf(dark)['tunnel.highest-water']).toBeGreaterThan(0.1);
    expect(dark.heard[0]).toMatchObject({ code: 'tunnel.section-dark', causes: [55] });
  });

  it('tells the picture the layers in which gas and smoke lie, and what each piece of equipment does', () => {
    const of = startTunnel(park);
    turn(of, 'gallery-section.gas-hole', GAS, 8);
    turn(of, 'gallery-section.fire', POWER, 4);
    runTunnel(of, 120);
    const { run } = of.state;
    if (run === null) throw new Error('expected galleries');
    const rowsOf = frameRowsOf(of);
    const layers = rowsOf('tunnel.layers');
    const told = Array.from({ length: layers.count }, (_, i) =>
      layers.f32.subarray(i * LAYER_STRIDE, (i + 1) * LAYER_STRIDE),
    );
    const mostIn = (section: string, k: number) =>
      Math.max(...told.filter((row) => row[0] === slot(section)).map((row) => row[k]));
    expect(mostIn(GAS, 4)).toBeCloseTo(run.cells.mostGas[slot(GAS)] / 0.05, 5);
    expect(mostIn(GAS, 4)).toBeGreaterThan(mostIn(GAS, 5));
    expect(mostIn(POWER, 6)).toBeGreaterThan(0);
    const burningKw = told.filter((row) => row[0] === slot(POWER)).reduce((all, row) => all + row[8], 0);
    expect(burningKw).toBeCloseTo((run.fires.get(slot(POWER))?.fire.heatW ?? 0) / 1_000, 2);
    const { ids, kind, section } = run.plan.galleries.equipment;
    const equipment = rowsOf('tunnel.equipment');
    expect(equipment.count).toBe(ids.length);
    const rows = [...ids].sort();
    const valuesIn = (name: string, wanted: string) =>
      rows.flatMap((id, row) => {
        const e = ids.indexOf(id);
        return section[e] === slot(name) && equipmentKinds[kind[e]] === wanted ? [equipment.f32[row]] : [];
      });
    expect(valuesIn(POWER, 'fan')).toEqual([0, 0]);
    expect(Math.min(...valuesIn(GAS, 'fan'))).toBeGreaterThan(0);
    expect(Math.max(...valuesIn(GAS, 'gas-detector'))).toBeGreaterThan(0.2);
    expect(valuesIn(POWER, 'damper')).toEqual([0, 0]);
    // Gas takes oxygen's place, a fire uses it up, and elsewhere the air is as it is outside.
    const all = rowsOf('tunnel.sections').f32;
    const oxygenIn = (name: string) => all[SECTION_STRIDE * slot(name) + 8];
    expect(oxygenIn(GAS)).toBeLessThan(0.209);
    expect(oxygenIn(GAS)).toBeGreaterThan(0.15);
    expect(oxygenIn(POWER)).toBeLessThan(0.2095);
    expect(oxygenIn(WATER)).toBeCloseTo(0.2095, 6);
  });

  it('a fire stops the fans that would feed it, is put out, and takes the cables on its tray with it', () => {
    const of = startTunnel(park);
    valuesOf(of, 'energy.cable-current').fill(120);
    turn(of, 'gallery-section.fire', POWER, 4);
    runTunnel(of, 120);
    expect(of.state.run?.air.mode[slot(POWER)]).toBe(0);
    runTunnel(of, 480);
    const all = codes(of);
    for (const code of ['tunnel.fire-alarm', 'tunnel.suppression-on', 'tunnel.fire-out', 'tunnel.cable-burnt']) {
      expect(all).toContain(code);
    }
    expect(sum(valuesOf(of, 'tunnel.cable-lost'))).toBe(figuresOf(of)['tunnel.cables-lost']);
    expect(sum(valuesOf(of, 'tunnel.fire-call'))).toBe(2);
  });

  it('fans that are set lower take less power, and a leak still starts them', () => {
    const usual = runTunnel(startTunnel(park), 3_600);
    const saving = startTunnel(park);
    for (const id of park.elements['gallery-section'].ids) turn(saving, 'gallery-section.ventilation', id, 0);
    runTunnel(saving, 3_600);
    expect(figuresOf(saving)['tunnel.fan-energy']).toBeLessThan(0.1 * figuresOf(usual)['tunnel.fan-energy']);
    turn(saving, 'gallery-section.gas-hole', GAS, 8);
    runTunnel(saving, 120);
    expect(saving.state.run?.air.fanKw[slot(GAS)]).toBeGreaterThan(0);
  });
});
