/**
 * One failure felt in every network of the flagship: a gas leak, a substation without transformers, a flooded section; and
 * the same where a second source or a spare takes over. Every link with its cause and its minute.
 */
import { planTunnel } from '../../../sim/domains/tunnel/plan';
import type { Happening } from '../../../sim/ports';
import type { CompiledScene } from '../../../sim/scene';
import { sceneOf } from '../../domains/energy/scenes';
import { change, comesOf, type LivedCity, liveCity, rootsOf, TICK_S, whatHappened } from '../../runtime/live-city';
import type { AcceptLine } from '../line';

const MINUTES = 20;
const winterMorning = { startDay: 20, startSeconds: 7.5 * 3_600, seed: 1 } as const;
/** The station at the crossing of two mains in the gallery, one from either side. */
const WEST_MAIN = 'yunxi-essen:yunxi/8';
const EAST_MAIN = 'yunxi/8:yunxi-bolin-s';
/** Somebody on the street above falls ill while it is shut. */
const CALL_EDGE = 'yunxi:yunxi-essen:yunxi-bolin-s';
const STARTED = 'intervention.started';

type Change = ReturnType<typeof change>;
type Link = readonly [code: string, because: string];

const live = (scene: CompiledScene, changes: readonly Change[]): LivedCity =>
  liveCity(scene, MINUTES, changes, winterMorning);

/** The first happening of each link that comes of the one named; what is missing is named instead. */
function followChain(of: LivedCity, links: readonly Link[]): { readonly told: string[]; readonly missing: string[] } {
  const told: string[] = [];
  const missing: string[] = [];
  for (const [code, because] of links) {
    const found = of.heard.find((each) => each.code === code && comesOf(of.heard, each, because));
    if (found === undefined) missing.push(`${code} because of ${because}`);
    else told.push(`${code} ${found.element} at ${minuteOf(found)} min`);
  }
  return { told, missing };
}

const minuteOf = ({ tick }: Happening): string => (((tick as number) * TICK_S) / 60).toFixed(1);

/** Happenings that go back to the changes and to nothing else, of all that are told. */
function shareRooted({ heard }: LivedCity): { readonly rooted: number; readonly of: number } {
  const byNetworks = heard.filter(({ code }) => !code.startsWith('traffic.') && code !== STARTED);
  const rooted = byNetworks.filter((each) => [...rootsOf(heard, each)].every(({ code }) => code === STARTED));
  return { rooted: rooted.length, of: byNetworks.length };
}

const has = ({ heard }: LivedCity, code: string): boolean => heard.some((each) => each.code === code);
const figure = ({ figures }: LivedCity, kpi: keyof LivedCity['figures']): number => figures[kpi] ?? 0;
const help = change('call-help', [CALL_EDGE], { ambulances: 1 }, 240);

function arrival({ heard }: LivedCity): string {
  const came = heard.find(({ code }) => code === 'traffic.ambulance-arrived');
  return came === undefined ? 'not there yet' : `${came.values.seconds.toFixed(0)} s`;
}

function sectionOf(scene: CompiledScene, main: string): string {
  const plan = planTunnel(scene);
  const slot = scene.elements['gas-main'].slotOf(main);
  if (plan === null || slot === undefined) throw new Error(`expected the main '${main}' in a gallery`);
  const { start, at } = plan.sectionsOfStretch;
  const stretch = plan.stretches.ofMain[slot];
  // Where two stretches meet, both are shut: here it is to be the one alone.
  const { start: first } = plan.stretchesOfSection;
  for (let i = start[stretch]; i < start[stretch + 1]; i++) {
    if (first[at[i] + 1] - first[at[i]] === 1) return scene.elements['gallery-section'].ids[at[i]];
  }
  throw new Error(`expected a section that only the stretch of '${main}' runs through`);
}

export const leakChain: AcceptLine = {
  name: 'a gas leak in the flagship, felt in every network (U1)',
  goal: 'alarm, cut-off, engine and boilers, import, heat; road, queue, ambulance, each because of the one before; with the second main of the station open the same leak stops no engine',
  async measure({ root, say }) {
    const looped = sceneOf('eco-park', undefined, root);
    const single = sceneOf(
      'eco-park',
      ({ 'gas.json': gas }) => {
        gas.valves = gas.valves.filter(({ pipe }: { pipe: string }) => pipe !== EAST_MAIN);
        gas.valves.push({ id: `${EAST_MAIN}:works`, pipe: EAST_MAIN, open: false, remote: false });
      },
      root,
    );
    const leak = change('gas-leak', [sectionOf(looped, WEST_MAIN)], { hole: 12 });
    say('with one main, with two, and without a leak');
    const felt = live(single, [leak, help]);
    const absorbed = live(looped, [leak, help]);
    const without = live(single, [help]);
    const { told, missing } = followChain(felt, [
      ['tunnel.gas-alarm', STARTED],
      ['tunnel.gas-cut-off', 'tunnel.gas-alarm'],
      ['energy.engine-gas-trip', 'tunnel.gas-cut-off'],
      ['energy.import-instead', 'energy.engine-gas-trip'],
      ['tunnel.road-shut', 'tunnel.gas-alarm'],
      ['traffic.road-closed', 'tunnel.road-shut'],
      ['traffic.queue-spillback', 'traffic.road-closed'],
      ['traffic.ambulance-arrived', 'traffic.road-closed'],
    ]);
    const moreHeat = figure(felt, 'energy.unserved-heat') - figure(without, 'energy.unserved-heat');
    const moreDelay = figure(felt, 'traffic.delay') - figure(without, 'traffic.delay');
    const { rooted, of } = shareRooted(felt);
    const isAbsorbed = has(absorbed, 'tunnel.gas-cut-off') && !has(absorbed, 'energy.engine-gas-trip');
    return {
      held: missing.length === 0 && isAbsorbed && rooted === of && moreHeat > 0,
      reached: `${told.join('; ')}${missing.length > 0 ? `; MISSING ${missing.join(', ')}` : ''}; ${moreHeat.toFixed(0)} kWh of heat short, ${moreDelay.toFixed(1)} veh·h more delay, ambulance ${arrival(felt)} against ${arrival(without)}; ${rooted} of ${of} happenings of networks go back to the change; with two mains ${isAbsorbed ? 'absorbed' : 'NOT absorbed'}, ${figure(absorbed, 'energy.unserved-gas').toFixed(0)} kWh of gas short against ${figure(felt, 'energy.unserved-gas').toFixed(0)}`,
      how: `${MINUTES} minutes from 07:30 of a January morning, all domains, 60,000 people; the second main closed for works in the one scene`,
    };
  },
};

/** A station elsewhere: what it hangs on has nothing to do with the gallery that leaks. */
const OTHER_NODE = 'xigu/5';
const STATION = 'central';

/** What goes back to the change, by code and element: the graph that it sets off. */
const graphOf = ({ heard }: LivedCity): readonly Happening[] =>
  heard.filter((each) => each.code !== STARTED && [...rootsOf(heard, each)].some(({ code }) => code === STARTED));

/** What is gone of the graph, what of it should have gone and what came that was not there. */
function cutOff(before: LivedCity, after: LivedCity, branch: readonly string[]) {
  const isOf = (each: Happening) => branch.some((code) => comesOf(before.heard, each, code));
  const all = graphOf(before);
  const gone = whatHappened(all.filter(isOf));
  const kept = whatHappened(all.filter((each) => !isOf(each)));
  const now = whatHappened(graphOf(after));
  const stayed = [...gone].filter((each) => now.has(each) && !kept.has(each));
  const lost = [...kept].filter((each) => !now.has(each));
  const grew = [...now].filter((each) => !kept.has(each) && !gone.has(each));
  return {
    isExact: gone.size > 0 && stayed.length + lost.length + grew.length === 0,
    told: `${gone.size} of ${whatHappened(all).size} gone (${[...gone].slice(0, 6).join(', ')}${gone.size > 6 ? ' …' : ''}), ${now.size} as before${off('still there', stayed)}${off('lost besides', lost)}${off('new', grew)}`,
  };
}

const off = (what: string, list: readonly string[]): string =>
  list.length === 0 ? '' : `; ${what.toUpperCase()} ${list.slice(0, 8).join(', ')}`;

export const branchesVanish: AcceptLine = {
  name: 'a branch of the chain that is taken out of the way (no script)',
  goal: 'the engines on another main, or signals with longer batteries: exactly that branch of the graph of causes vanishes',
  async measure({ root, say }) {
    const shutEast = ({ 'gas.json': gas }: Record<string, ReturnType<typeof JSON.parse>>) => {
      gas.valves = gas.valves.filter(({ pipe }: { pipe: string }) => pipe !== EAST_MAIN);
      gas.valves.push({ id: `${EAST_MAIN}:works`, pipe: EAST_MAIN, open: false, remote: false });
    };
    const single = sceneOf('eco-park', shutEast, root);
    const moved = sceneOf(
      'eco-park',
      (files) => {
        shutEast(files);
        files['stations.json'].stations.find(({ id }: { id: string }) => id === STATION).gas = OTHER_NODE;
      },
      root,
    );
    say('a leak, the engines on its main and on another');
    const leak = change('gas-leak', [sectionOf(single, WEST_MAIN)], { hole: 12 });
    const engines = cutOff(live(single, [leak]), live(moved, [leak]), [
      'energy.engine-gas-trip',
      'energy.boiler-gas-trip',
    ]);
    say('a substation out, signals with five minutes of battery and with two hours');
    const scene = sceneOf('eco-park', undefined, root);
    const outage = (batteryMinutes: number) =>
      live(scene, [
        change('substation-outage', ['west.t1', 'west.t2', 'west.t3'], { batteryMinutes, transfer: 'manual' }),
      ]);
    const signals = cutOff(outage(5), outage(120), ['traffic.signal-dark']);
    return {
      held: engines.isExact && signals.isExact,
      reached: `engines moved: ${engines.told}; longer batteries: ${signals.told}`,
      how: `graph of causes by code and element, of all that goes back to the change; ${MINUTES} minutes from 07:30 of a January morning, all domains, 60,000 people; ${STATION} on ${OTHER_NODE}, with one main of its own shut in both`,
    };
  },
};

export const substationChain: AcceptLine = {
  name: 'a substation of the flagship without transformers (E1)',
  goal: 'breakers, galleries and pumps dark, signals dark after their battery, queues before them; one transformer of the same substation out is absorbed',
  async measure({ root, say }) {
    const scene = sceneOf('eco-park', undefined, root);
    say('all transformers out, and one');
    const felt = live(scene, [
      change('substation-outage', ['west.t1', 'west.t2', 'west.t3'], { batteryMinutes: 5, transfer: 'manual' }),
    ]);
    const absorbed = live(scene, [change('substation-outage', ['west.t1'], { batteryMinutes: 5 })]);
    const { told, missing } = followChain(felt, [
      ['energy.breaker-tripped', STARTED],
      ['tunnel.section-dark', 'energy.breaker-tripped'],
      ['traffic.signal-dark', 'energy.breaker-tripped'],
      ['traffic.queue-spillback', 'traffic.signal-dark'],
    ]);
    const { rooted, of } = shareRooted(felt);
    const isAbsorbed = !has(absorbed, 'traffic.signal-dark') && figure(absorbed, 'energy.buildings-dark') === 0;
    return {
      held: missing.length === 0 && isAbsorbed && rooted === of,
      reached: `${told.join('; ')}${missing.length > 0 ? `; MISSING ${missing.join(', ')}` : ''}; ${figure(felt, 'energy.unserved-electricity').toFixed(0)} kWh unserved, ${felt.heard.filter(({ code }) => code === 'traffic.signal-dark').length} signals dark; ${rooted} of ${of} happenings of networks go back to the change; one transformer ${isAbsorbed ? 'absorbed' : 'NOT absorbed'}: ${figure(absorbed, 'energy.unserved-electricity').toFixed(1)} kWh unserved, worst loading ${figure(absorbed, 'energy.worst-loading').toFixed(0)} %`,
      how: `${MINUTES} minutes from 07:30 of a January morning, all domains; signals' batteries last five minutes; transfer by hand in the first, by itself in the second`,
    };
  },
};

export const floodChain: AcceptLine = {
  name: 'a flooded section of the flagship (U2)',
  goal: 'water, valves of its mains, boards off, drowned and silent; sound cables go on; what pumps can hold wets nothing',
  async measure({ root, say }) {
    const scene = sceneOf('eco-park', undefined, root);
    const section = 'yunxi-gallery.integrated/08';
    say('more than pumps can take, and less');
    const felt = live(scene, [change('gallery-flooding', [section], { inflow: 2_000, pumps: 'out-of-order' })]);
    const absorbed = live(scene, [change('gallery-flooding', [section], { inflow: 40 })]);
    const { told, missing } = followChain(felt, [
      ['tunnel.water-high', STARTED],
      ['tunnel.water-valves-shut', 'tunnel.water-high'],
      ['water.valve-shut', 'tunnel.water-valves-shut'],
      ['tunnel.boards-off', 'tunnel.water-valves-shut'],
      ['tunnel.boards-drowned', 'tunnel.boards-off'],
    ]);
    const { rooted, of } = shareRooted(felt);
    const isAbsorbed = figure(absorbed, 'tunnel.alarms') === 0 && figure(absorbed, 'tunnel.highest-water') === 0;
    const unserved = figure(felt, 'energy.unserved-electricity');
    return {
      held:
        missing.length === 0 &&
        isAbsorbed &&
        rooted === of &&
        unserved === figure(absorbed, 'energy.unserved-electricity'),
      reached: `${told.join('; ')}${missing.length > 0 ? `; MISSING ${missing.join(', ')}` : ''}; ${unserved.toFixed(1)} kWh unserved in either; ${rooted} of ${of} happenings of networks go back to the change; 40 m³/h ${isAbsorbed ? 'held by the pumps' : 'NOT held'}`,
      how: `${MINUTES} minutes from 07:30 of a January morning, all domains`,
    };
  },
};
