import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { energyDomain } from '../../../sim/domains/energy';
import { telecomDomain } from '../../../sim/domains/telecom';
import type { Intervention } from '../../../sim/interventions';
import type { ElementId } from '../../../sim/kernel';
import { blame, reach } from '../../../sim/networks/telecom/reach';
import type { AnyDomain, Happening } from '../../../sim/ports';
import { outage, runNet, smallNet } from './small-net';

const HOUR_S = 3_600;
const net = smallNet();

const cut = (kind: string, target: string, fromSeconds: number, settings = {}, untilSeconds: number | null = null) =>
  ({
    id: `${kind}:${target}`,
    kind,
    targets: [target as ElementId],
    settings,
    fromSeconds,
    untilSeconds,
  }) as Intervention;
const dark = (bus: string, fromSeconds: number) =>
  cut('substation-outage', bus, fromSeconds, { transfer: 'automatic', batteryMinutes: 0 });
const told = (heard: readonly Happening[], code: string, element?: string) =>
  heard.filter((each) => each.code === code && (element === undefined || each.element === element));
const minutesOf = ({ tick }: Happening) => tick / 120;

describe('a telecom network', () => {
  it('reaches whoever hangs together with an exchange over what is up and whole, and says what is in the way of the rest', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 9 }),
        fc.array(fc.tuple(fc.nat(8), fc.nat(8), fc.boolean()), { maxLength: 16 }),
        fc.array(fc.boolean(), { minLength: 9, maxLength: 9 }),
        (count, pairs, ups) => {
          const links = pairs.map(([a, b, broken]) => [a % count, b % count, broken ? 1 : 0]);
          const ends = links
            .flatMap(([a, b], k) => [
              [a, b, k],
              [b, a, k],
            ])
            .sort((x, y) => x[0] - y[0]);
          const start = new Uint32Array(count + 1);
          for (const [a] of ends) start[a + 1]++;
          for (let i = 0; i < count; i++) start[i + 1] += start[i];
          const graph = {
            exchanges: Uint32Array.of(0),
            start,
            neighbour: Uint32Array.from(ends, ([, b]) => b),
            link: Uint32Array.from(ends, ([, , k]) => k),
          };
          const isUp = Uint8Array.from({ length: count }, (_, i) => (ups[i] ? 1 : 0));
          const broken = Uint8Array.from(links, ([, , b]) => b);
          const reached = new Uint8Array(count);
          const queue = new Uint32Array(count);
          reach(graph, isUp, broken, reached, queue);
          // By repeated widening, which needs no queue.
          const wide = Uint8Array.from({ length: count }, (_, i) => (i === 0 ? isUp[0] : 0));
          for (let round = 0; round < count; round++) {
            links.forEach(([a, b], k) => {
              if (broken[k] === 1 || isUp[a] === 0 || isUp[b] === 0) return;
              if (wide[a] === 1 || wide[b] === 1) wide[a] = wide[b] = 1;
            });
          }
          expect(reached).toEqual(wide);
          const causes = new Int32Array(count);
          const nodeCause = Int32Array.from({ length: count }, (_, i) => (isUp[i] === 1 ? 0 : 10 + i));
          const linkCause = Int32Array.from(links, ([, , b], k) => (b === 1 ? 100 + k : 0));
          blame(graph, isUp, nodeCause, broken, linkCause, reached, queue, new Uint8Array(count), causes);
          for (let i = 0; i < count; i++) {
            if (reached[i] === 1) expect(causes[i]).toBe(0);
            else if (isUp[i] === 0) expect(causes[i]).toBe(10 + i);
          }
        },
      ),
    );
  });

  it('tells a node that has lost its mains only once its battery is empty, three hours later, and names what cut it off', () => {
    const of = runNet(net, { interventions: [dark('b3.t', HOUR_S)] });
    of.engine.runTo(3.9 * HOUR_S);
    expect(told(of.heard, 'telecom.node-lost')).toEqual([]);
    expect(of.figures()['telecom.sensors-heard']).toBe(100);
    of.engine.runTo(4.5 * HOUR_S);
    const [lost] = told(of.heard, 'telecom.node-lost');
    expect(lost.element).toBe('cell-b');
    expect(minutesOf(lost)).toBeGreaterThanOrEqual(4 * 60);
    expect(minutesOf(lost)).toBeLessThanOrEqual(4 * 60 + 3);
    const byId = new Map(of.heard.map((each) => [each.id, each]));
    expect(byId.get(lost.causes[0])?.code).toBe('energy.breaker-tripped');
    const [stale] = told(of.heard, 'telecom.data-stale');
    expect([stale.causes, stale.values]).toEqual([[lost.id], { sensors: 4 }]);
    expect(of.figures()['telecom.sensors-heard']).toBe(50);
  });

  it('lets data grow old while a node is out, and they are fresh again at the sensor’s next report', () => {
    const of = runNet(net, { interventions: [outage(['cell-a'], HOUR_S, 2)] }, []);
    const slot = net.elements.sensor.slotOf('meter:a1') as number;
    const ages = () => {
      const out = new Float32Array(2 * net.elements.sensor.count);
      const spec = { name: 'telecom.sensors', type: 'f32' as const, stride: 2, capacity: net.elements.sensor.count };
      telecomDomain.writeFrame(
        of.state(),
        [{ spec, f32: out, u32: new Uint32Array(), u8: new Uint8Array(), count: 0 }],
        0,
      );
      return [out[2 * slot], out[2 * slot + 1]];
    };
    of.engine.runTo(2 * HOUR_S);
    // The report that was due with the outage did not come: the last is of a quarter before.
    expect(ages()).toEqual([HOUR_S + 900, 1]);
    expect(of.figures()['telecom.worst-age']).toBe(2 * HOUR_S);
    of.engine.runTo(3 * HOUR_S + 60);
    expect(ages()).toEqual([60, 0]);
    expect(told(of.heard, 'telecom.data-back')).toHaveLength(1);
    const late = runNet(net, { interventions: [outage(['cell-a'], HOUR_S + 60, 0.5)] }, []);
    late.engine.runTo(1.5 * HOUR_S + 300);
    const state = late.state().run;
    // Back at half past and a minute; it next reports at a quarter to.
    expect(state?.resumesS[slot]).toBe(1.75 * HOUR_S);
    expect(late.figures()['telecom.worst-age']).toBeGreaterThan(0.5 * HOUR_S);
  });

  it('goes on to the same bit after saving and loading in the middle of an outage', () => {
    const luckless = { interventions: [outage(['sub'], HOUR_S, 2), dark('a3.t', 0)] };
    const through = runNet(net, luckless);
    through.engine.runTo(5 * HOUR_S);
    let saves = 0;
    const reloading: AnyDomain = {
      ...telecomDomain,
      step(state, context) {
        if (context.seconds % 1_800 === 60) {
          saves++;
          const again = telecomDomain.load(net, state.settings, telecomDomain.save(state));
          expect(telecomDomain.save(again)).toEqual(telecomDomain.save(state));
          Object.assign(state, again);
        }
        telecomDomain.step(state, context);
      },
    };
    const reloaded = runNet(net, luckless, [energyDomain], reloading);
    reloaded.engine.runTo(5 * HOUR_S);
    expect(saves).toBeGreaterThan(8);
    expect(reloaded.heard).toEqual(through.heard);
    expect(telecomDomain.save(reloaded.state())).toEqual(telecomDomain.save(through.state()));
  });
});

describe('what hangs on telecom', () => {
  it('keeps energy monitored while the batteries of the way to the exchange last, and not after', () => {
    const monitored = (hours: number) => {
      let share = 0;
      const watched: AnyDomain = {
        ...energyDomain,
        step(state, context) {
          energyDomain.step(state, context);
          const { seenElectricKwh, usedElectricKwh } = state.totals;
          share = seenElectricKwh / usedElectricKwh;
        },
      };
      runNet(net, { interventions: [dark('b3.t', 0)] }, [watched]).engine.runTo(hours * HOUR_S);
      return share;
    };
    expect(monitored(2.5)).toBeCloseTo(1, 6);
    expect(monitored(6)).toBeLessThan(0.9);
  });

  it('leaves a breaker that the control room does not reach to the crew, and ties to themselves', () => {
    const fault = cut('cut-cable', 'a2:a3', HOUR_S);
    const story = (interventions: Intervention[]) => {
      const of = runNet(net, { interventions });
      of.engine.runTo(5 * HOUR_S);
      const closed = told(of.heard, 'energy.switch-closed', 'bar-10-1:a1')[0];
      const tripped = told(of.heard, 'energy.breaker-tripped');
      return { closedAt: minutesOf(closed), tripped: tripped.map((each) => minutesOf(each)) };
    };
    const heard = story([fault]);
    const unheard = story([fault, outage(['sub'], 0, 12)]);
    // Protection trips without telecom.
    expect(unheard.tripped).toEqual(heard.tripped);
    // A crew's ten minutes for the switch instead of none.
    expect(unheard.closedAt - heard.closedAt).toBeGreaterThanOrEqual(9);
    const transfer = (interventions: Intervention[]) => {
      const of = runNet(net, { interventions: [dark('t1', HOUR_S), ...interventions] });
      of.engine.runTo(2 * HOUR_S);
      return told(of.heard, 'energy.switch-closed', 'coupler').map(minutesOf);
    };
    expect(transfer([outage(['sub'], 0, 12)])).toEqual(transfer([]));
    expect(transfer([])).toHaveLength(1);
  });
});
