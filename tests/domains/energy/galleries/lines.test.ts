import { describe, expect, it } from 'vitest';
import { innerNodes, nodeBalance, type PortName } from '../../../../sim/ports';
import { type EnergyRun, figures, fork, run, start, turn } from '../simulate';
import { galleryFeeder } from './gallery-feeder';

const scene = galleryFeeder();
const MINUTE_S = 60;
const energyAlone = { domains: ['energy', 'tunnel'], startSeconds: 8 * 3_600 };
const slotOf = (kind: 'branch' | 'bus' | 'gallery-section' | 'transformer', id: string) =>
  scene.elements[kind].slotOf(id)!;
/** What galleries say from now on. */
const say = (of: EnergyRun, port: PortName, slot: number, value: number, cause = 0) => {
  run(of, 0);
  of.ports.get(port)![slot] = value;
  if (cause > 0) of.causes.get(port)![slot] = cause;
};
const begin = () => run(start(scene, energyAlone), 5 * MINUTE_S);
const told = (of: EnergyRun, port: PortName, slot: number) => ({
  value: of.ports.get(port)![slot],
  cause: of.causes.get(port)?.[slot] ?? 0,
});
const heard = (of: EnergyRun, code: string) => of.heard.filter((each) => each.code === code);
const breakIt = (of: EnergyRun, id: string, value: number | null, cause = 3) =>
  turn(of, [{ knob: 'branch.out', slot: slotOf('branch', id), value, cause }]);

describe('what feeds the boards of a section', () => {
  it('is its low-voltage board, and any equipment where it has none', () => {
    const of = begin();
    // Both feeders' first cables: section 1 hangs on A2, although a fan of it does on B4; section 2 on B2.
    breakIt(of, 'bar-10-1:a1', 1);
    run(of, MINUTE_S);
    const [one, two] = ['g.c/1', 'g.c/2'].map((id) => slotOf('gallery-section', id));
    expect(told(of, 'energy.section-supply', one).value).toBe(0);
    expect(told(of, 'energy.section-supply', two).value).toBe(1);
    const [trip] = heard(of, 'energy.breaker-tripped');
    expect(trip.causes).toEqual([3]);
    expect(told(of, 'energy.section-supply', one).cause).toBe(trip.id);
    expect(told(of, 'energy.section-supply', two).cause).toBe(0);
  });

  it('comes back because of the switch that brought it, and stays named by what began it until then', () => {
    const of = begin();
    breakIt(of, 'bar-10-1:a1', 1);
    run(of, MINUTE_S);
    const one = slotOf('gallery-section', 'g.c/1');
    const dark = told(of, 'energy.section-supply', one);
    for (let k = 0; k < 200 && told(of, 'energy.section-supply', one).value === 0; k++) {
      expect(told(of, 'energy.section-supply', one).cause).toBe(dark.cause);
      run(of, MINUTE_S);
    }
    const lit = told(of, 'energy.section-supply', one);
    expect(lit.value).toBe(1);
    const closing = of.heard.find(({ id }) => id === lit.cause)!;
    expect(closing.code).toBe('energy.switch-closed');
    expect(closing.seconds).toBe(of.seconds - MINUTE_S);
  });
});

describe('a board with a second feed', () => {
  const twoFeeds = galleryFeeder((files) => {
    const { equipment } = files['galleries.json'].galleries[0].compartments[0];
    const board = equipment.find(({ id }: { id: string }) => id === 'g.board-1');
    Object.assign(board, { standby: 'b2.low' });
  });
  const one = twoFeeds.elements['gallery-section'].slotOf('g.c/1')!;
  const cut = (of: EnergyRun, id: string, value: number | null) =>
    turn(of, [{ knob: 'branch.out', slot: twoFeeds.elements.branch.slotOf(id)!, value, cause: 3 }]);
  const nodeOf = (id: string) => twoFeeds.elements.bus.slotOf(id)!;

  it('goes over to it in the same step, with what it draws, and comes back by itself', () => {
    const of = run(start(twoFeeds, energyAlone), 5 * MINUTE_S);
    const wanted = (id: string) => of.state.power!.wantedKw[nodeOf(id)];
    say(of, 'tunnel.section-demand', one, 500);
    run(of, MINUTE_S);
    const before = { first: wanted('a2.low'), second: wanted('b2.low') };
    cut(of, 'bar-10-1:a1', 1);
    run(of, MINUTE_S);
    expect(told(of, 'energy.section-supply', one).value).toBe(1);
    expect(before.first - wanted('a2.low')).toBeGreaterThan(400);
    expect(wanted('b2.low') - before.second).toBeGreaterThan(400);
    cut(of, 'bar-10-1:a1', null);
    run(of, 6 * 3_600);
    expect(wanted('a2.low')).toBeGreaterThan(500);
  });

  it('is dark only when both are, and says so by its first', () => {
    const of = run(start(twoFeeds, energyAlone), 5 * MINUTE_S);
    for (const id of ['bar-10-1:a1', 'bar-10-2:b1']) cut(of, id, 1);
    run(of, MINUTE_S);
    expect(told(of, 'energy.section-supply', one).value).toBe(0);
    const trips = heard(of, 'energy.breaker-tripped').map(({ id }) => id);
    expect(trips).toContain(told(of, 'energy.section-supply', one).cause);
  });
});

describe('what sections draw', () => {
  const draws = (of: EnergyRun, kw: number) => {
    for (const id of ['g.c/1', 'g.c/2']) say(of, 'tunnel.section-demand', slotOf('gallery-section', id), kw);
  };

  it('comes to the loads of their buses, is served and unserved as they are, and closes the balance of flows', () => {
    const quiet = begin();
    const busy = fork(quiet);
    draws(busy, 50);
    const before = { quiet: figures(quiet), busy: figures(busy) };
    expect(before.busy).toEqual(before.quiet);
    let worst = 0;
    const see = ({ state: { flows } }: EnergyRun) => {
      for (const node of innerNodes(flows.links)) {
        const { off, moved } = nodeBalance(flows.links, flows.kw, node);
        worst = Math.max(worst, Math.abs(off) / Math.max(1, moved));
      }
    };
    run(quiet, 60 * MINUTE_S);
    run(busy, 60 * MINUTE_S, see);
    expect(worst).toBeLessThan(1e-9);
    expect(figures(busy)['energy.electric-demand'] - figures(quiet)['energy.electric-demand']).toBeCloseTo(100, 6);
    const row = busy.state.flows.row('electricity', 'other-loads');
    expect(busy.state.flows.kw[row] - quiet.state.flows.kw[row]).toBeCloseTo(100, 6);
    // One of the two is dark from here on.
    for (const of of [quiet, busy]) {
      breakIt(of, 'bar-10-1:a1', 1);
      run(of, 30 * MINUTE_S);
    }
    const unserved = (of: EnergyRun) => figures(of)['energy.unserved-electricity'];
    expect(unserved(busy) - unserved(quiet)).toBeCloseTo(50 * 0.5, 6);
  });
});

describe('cables in galleries', () => {
  const amps = (of: EnergyRun, id: string) => told(of, 'energy.cable-current', slotOf('branch', id)).value;

  it('are told the current that their power and voltage make', () => {
    const of = begin();
    const { results } = of.state.power!.flow.now;
    const link = slotOf('branch', 'bar-10-1:a1');
    const node = slotOf('bus', 'bar-10-1');
    const mva = 100 * Math.sqrt(results.pFrom[link] ** 2 + results.qFrom[link] ** 2);
    expect(amps(of, 'bar-10-1:a1')).toBeCloseTo((1_000 * mva) / (Math.sqrt(3) * 10 * results.vm[node]), 0);
    expect(amps(of, 'bar-10-1:a1')).toBeGreaterThan(5);
    expect(amps(of, 'a3:a4')).toBeLessThan(amps(of, 'bar-10-1:a1'));
    expect(amps(of, 'a4:b4')).toBe(0);
  });

  it('trip by their overload protection at the limit that their air leaves them, for that cause, and not without it', () => {
    const of = begin();
    const free = fork(of);
    const link = slotOf('branch', 'bar-10-1:a1');
    const share = (0.7 * amps(of, 'bar-10-1:a1')) / 390;
    say(of, 'tunnel.cable-limit', link, share, 77);
    run(of, MINUTE_S);
    expect(of.state.power!.flow.now.results.loading[link]).toBeGreaterThan(1.2);
    expect(heard(of, 'energy.overload-tripped')).toEqual([]);
    run(of, 2 * 3_600);
    run(free, 2 * 3_600);
    const [trip] = heard(of, 'energy.overload-tripped');
    expect(trip.causes).toEqual([77]);
    // τ = 30 min: half of the way from h₀ to i² is passed after 1,250 s.
    expect(trip.seconds).toBeGreaterThan(300 + 600);
    expect(heard(free, 'energy.overload-tripped')).toEqual([]);
  });

  it('give their whole rating back with cool air, whatever voltage they run at', () => {
    const of = begin();
    const link = slotOf('branch', 'a1:a2');
    const rating = () => of.state.power!.flow.circuit.network.rating[link];
    const full = rating();
    say(of, 'tunnel.cable-limit', link, 0.5, 77);
    run(of, MINUTE_S);
    expect(rating()).toBeCloseTo(full / 2, 12);
    turn(of, [{ knob: 'city.medium-voltage', slot: 0, value: 20, cause: 1 }]);
    expect(rating()).toBeCloseTo(full, 12);
    say(of, 'tunnel.cable-limit', link, 1);
    run(of, MINUTE_S);
    expect(rating()).toBeCloseTo(2 * full, 12);
  });

  it('that burn are parted, and the rest is fed round them; healed, the grid goes back to where it was', () => {
    const of = begin();
    say(of, 'tunnel.cable-lost', slotOf('branch', 'a1:a2'), 1, 55);
    run(of, MINUTE_S);
    const [trip] = heard(of, 'energy.breaker-tripped');
    expect(trip.causes).toEqual([55]);
    expect(figures(of)['energy.buildings-dark']).toBe(4);
    run(of, 3 * 3_600);
    // All but the house at whose end the cable has no switch.
    expect(figures(of)['energy.buildings-dark']).toBe(1);
    say(of, 'tunnel.cable-lost', slotOf('branch', 'a1:a2'), 0);
    run(of, 3 * 3_600);
    const { positions, grid } = of.state.power!;
    expect([...positions.open]).toEqual([...grid.normallyOpen]);
  });

  it('that burn together take both ways of supply with them: what one alone leaves lit goes dark', () => {
    // The two cables from the grid above, each of which carries the park while the coupler is shut.
    const ways = ['grid-1:bar-110-1', 'grid-2:bar-110-2'];
    const darkAfter = (lost: readonly string[]) => {
      const of = begin();
      for (const id of lost) say(of, 'tunnel.cable-lost', slotOf('branch', id), 1, 60 + ways.indexOf(id));
      run(of, 3 * 3_600);
      return { dark: figures(of)['energy.buildings-dark'], trips: heard(of, 'energy.breaker-tripped') };
    };
    expect(darkAfter([ways[0]]).dark).toBe(0);
    expect(darkAfter([ways[1]]).dark).toBe(0);
    const both = darkAfter(ways);
    expect(both.dark).toBe(8);
    expect(both.trips.map(({ causes }) => causes[0]).sort()).toEqual([60, 61]);
  });

  it('are the same after a save, hot, limited and lost', () => {
    const of = begin();
    say(of, 'tunnel.cable-limit', slotOf('branch', 'bar-10-2:b1'), 0.1, 77);
    say(of, 'tunnel.cable-lost', slotOf('branch', 'a2:a3'), 1, 55);
    run(of, 10 * MINUTE_S);
    const copy = fork(of);
    expect(copy.state.galleries).toEqual(of.state.galleries);
    expect(copy.state.power!.flow.circuit.network.rating).toEqual(of.state.power!.flow.circuit.network.rating);
    run(of, 2 * 3_600);
    run(copy, 2 * 3_600);
    expect(figures(copy)).toEqual(figures(of));
    for (const port of ['energy.section-supply', 'energy.cable-current', 'energy.signal-supply']) {
      expect(copy.ports.get(port)).toEqual(of.ports.get(port));
    }
  });
});
