import { describe, expect, it } from 'vitest';
import { defaultSettings, type Intervention, type InterventionKind, interventionKinds } from '../../sim/interventions';
import type { ElementId } from '../../sim/kernel';
import { knobs } from '../../sim/ports';
import { cityWithTwoLanes } from './small-city';

const city = cityWithTwoLanes();

function an(
  kind: keyof typeof interventionKinds,
  targets: string[],
  settings: Record<string, unknown> = {},
): Intervention {
  const all = { ...defaultSettings(interventionKinds[kind].settings), ...settings };
  return { id: 'i', kind, targets: targets as ElementId[], settings: all as never, fromSeconds: 60, untilSeconds: 120 };
}

/** What it claims, by the names of the elements. */
function claimed(intervention: Intervention): Record<string, number> {
  const kind = interventionKinds[intervention.kind as keyof typeof interventionKinds] as InterventionKind;
  const claims = kind.claims(intervention, city);
  return Object.fromEntries(
    claims.map(({ knob, slot, value, fromSeconds, untilSeconds }) => {
      expect([fromSeconds, untilSeconds]).toEqual([60, 120]);
      return [`${knob} ${city.elements[knobs[knob as keyof typeof knobs].per].ids[slot]}`, value];
    }),
  );
}

describe('closing a road', () => {
  it('shuts every lane of both directions unless told otherwise', () => {
    expect(claimed(an('close-road', ['n-in']))).toEqual({
      'lane.closed n-in:0': 1,
      'lane.closed n-in:1': 1,
      'lane.closed n-out:0': 1,
    });
    expect(claimed(an('close-road', ['n-out'], { bothDirections: false }))).toEqual({ 'lane.closed n-out:0': 1 });
  });

  it('shuts lanes at the kerb or in the middle', () => {
    const one = (lanes: string) => claimed(an('close-road', ['n-in'], { lanes, bothDirections: false }));
    expect(one('kerb')).toEqual({ 'lane.closed n-in:0': 1 });
    expect(one('middle')).toEqual({ 'lane.closed n-in:1': 1 });
  });

  it('names a road once, though both its directions were chosen', () => {
    const kind = interventionKinds['close-road'] as InterventionKind;
    expect(kind.claims(an('close-road', ['n-in', 'n-out']), city)).toHaveLength(3);
  });

  it('says where a road has fewer lanes than are to be shut', () => {
    const kind = interventionKinds['close-road'] as InterventionKind;
    const problems = kind.check!(an('close-road', ['n-in'], { lanes: 'kerb', laneCount: 2 }), city);
    expect(problems.map(({ code, message }) => ({ code, names: message.includes("'n-out'") }))).toEqual([
      { code: 'intervention.too-many-lanes', names: true },
    ]);
  });
});

describe('the other kinds', () => {
  it('limit speed in metres a second', () => {
    expect(claimed(an('limit-speed', ['e-in'], { limitKmh: 36 }))).toEqual({
      'edge.speed-limit e-in': 10,
      'edge.speed-limit e-out': 10,
    });
  });

  it('multiply the trips of gates', () => {
    expect(claimed(an('event-demand', ['gate-n'], { factor: 2.5 }))).toEqual({ 'gate.demand gate-n': 2.5 });
  });
});

describe('every kind', () => {
  const kinds = Object.entries(interventionKinds) as [string, InterventionKind][];

  it.each(kinds)('%s is listed under its own name, with defaults that its own fields allow', (name, kind) => {
    expect(kind.kind).toBe(name);
    for (const field of Object.values(kind.settings)) {
      if (field.type !== 'number') continue;
      expect(field.default).toBeGreaterThanOrEqual(field.min);
      expect(field.default).toBeLessThanOrEqual(field.max);
      expect(field.step).toBeGreaterThan(0);
    }
    expect(kind.targets.least).toBeLessThanOrEqual(kind.targets.most);
    expect(city.elements[kind.targets.kind].count).toBeGreaterThan(0);
  });

  it.each(kinds)('%s claims knobs of the catalogue, each once, within its time', (name, kind) => {
    const target = city.elements[kind.targets.kind].ids[0];
    const claims = kind.claims(an(name as never, [target]), city);
    expect(claims.length).toBeGreaterThan(0);
    expect(new Set(claims.map((each) => `${each.knob} ${each.slot}`)).size).toBe(claims.length);
    for (const { knob, slot } of claims) {
      expect(slot).toBeLessThan(city.elements[knobs[knob as keyof typeof knobs].per].count);
    }
  });
});
