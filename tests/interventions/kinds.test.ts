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

function refused(intervention: Intervention): string[] {
  const kind = interventionKinds[intervention.kind as keyof typeof interventionKinds] as unknown as InterventionKind;
  return (kind.check?.(intervention, city) ?? []).map(({ code }) => code);
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

describe('a lane kept for buses', () => {
  it('is the one at the kerb or in the middle of each road, and lets ambulances use it', () => {
    const busesAndEmergency = 4 + 8;
    const kept = (lane: string) => claimed(an('reserve-lane', ['n-in'], { lane, bothDirections: false }));
    expect(kept('kerb')).toEqual({ 'lane.reserved n-in:0': busesAndEmergency });
    expect(kept('middle')).toEqual({ 'lane.reserved n-in:1': busesAndEmergency });
  });

  it('is refused where a road has one lane each way', () => {
    expect(refused(an('reserve-lane', ['n-in']))).toEqual(['intervention.too-few-lanes']);
    expect(refused(an('reserve-lane', ['n-in'], { bothDirections: false }))).toEqual([]);
  });
});

describe('a street without through traffic', () => {
  it('lets buses and ambulances pass by cameras, and nobody with a motor by bollards', () => {
    const classes = (by: string) => claimed(an('filter-traffic', ['n-out'], { by, bothDirections: false }));
    expect(classes('cameras')).toEqual({ 'edge.through n-out': 4 + 8 + 16 + 32 });
    expect(classes('bollards')).toEqual({ 'edge.through n-out': 16 + 32 });
  });
});

describe('a road made one-way', () => {
  it('shuts the lanes of the other direction', () => {
    expect(claimed(an('one-way', ['n-out']))).toEqual({ 'lane.closed n-in:0': 1, 'lane.closed n-in:1': 1 });
  });

  it('is refused where both directions are named', () => {
    const both = ['intervention.both-directions', 'intervention.both-directions'];
    expect(refused(an('one-way', ['n-in', 'n-out']))).toEqual(both);
  });
});

describe('a crash', () => {
  it('ends with its clearance, or with the change if that is sooner', () => {
    const kind = interventionKinds.crash as unknown as InterventionKind;
    const ends = (clearanceMinutes: number, untilSeconds: number | null) => {
      const [claim] = kind.claims({ ...an('crash', ['n-in'], { clearanceMinutes }), untilSeconds }, city);
      expect(claim).toMatchObject({ knob: 'lane.crash', value: 0.6, fromSeconds: 60 });
      return claim.untilSeconds;
    };
    expect([ends(10, null), ends(10, 300), ends(10, 9_000)]).toEqual([660, 300, 660]);
  });
});

describe('changes to signals', () => {
  it('favour the classes that are named', () => {
    const [signal] = city.elements.signal.ids;
    const bits = (who: string) => claimed(an('favour-vehicles', [signal], { who }))[`signal.priority ${signal}`];
    expect([bits('emergency'), bits('bus'), bits('both')]).toEqual([8, 4, 12]);
  });

  it('follow the pressure, or times worked out every so many minutes', () => {
    const [signal] = city.elements.signal.ids;
    expect(claimed(an('control-signals', [signal]))).toEqual({ [`signal.control ${signal}`]: 3 });
    expect(claimed(an('control-signals', [signal], { by: 'counts', everyMinutes: 15 }))).toEqual({
      [`signal.control ${signal}`]: 0,
      [`signal.retime ${signal}`]: 900,
    });
  });
});

describe('plans that disagree', () => {
  it('are settled on parcels that another plan wants otherwise, and on no other', () => {
    expect(refused(an('settle-plans', ['n-in']))).toEqual(['intervention.no-plan-conflict']);
  });
});

describe('a road on the plans', () => {
  it('is refused where it is open already', () => {
    expect(refused(an('open-planned-road', ['n-in']))).toEqual(['intervention.not-planned']);
  });
});

describe('the other kinds', () => {
  it('grow the whole city, and want no place', () => {
    expect(claimed(an('grow-city', [], { factor: 1.5 }))).toEqual({ [`city.growth ${city.id}`]: 1.5 });
  });

  it('mend a busbar after so many hours, or when the change ends if that is sooner', () => {
    const kind = interventionKinds['busbar-fault'] as unknown as InterventionKind;
    const bus = city.elements.bus.ids[0];
    const ends = (hours: number, untilSeconds: number | null) => {
      const [claim] = kind.claims({ ...an('busbar-fault', [bus], { hours }), untilSeconds }, city);
      expect(claim).toMatchObject({ knob: 'bus.out', slot: 0, value: 1, fromSeconds: 60 });
      return claim.untilSeconds;
    };
    expect([ends(2, null), ends(2, 300), ends(2, 90_000)]).toEqual([7_260, 300, 7_260]);
  });

  it('number the aims of stations as energy does', () => {
    const numbers = ['cost', 'carbon', 'primary-energy'].map((aim) => claimed(an('dispatch-aim', [], { aim })));
    expect(numbers).toEqual([0, 1, 2].map((aim) => ({ [`city.dispatch-aim ${city.id}`]: aim })));
  });

  it('charge by the street', () => {
    expect(claimed(an('charge-driving', ['e-in'], { yuan: 8, bothDirections: false }))).toEqual({
      'edge.charge e-in': 8,
    });
  });

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
