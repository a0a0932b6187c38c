import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type InterventionKind, interventionKinds, parseIntervention } from '../../sim';
import { askedFields, checkDraft, newDraft } from '../../src/panels/change/draft';

const kinds: readonly InterventionKind[] = Object.values(interventionKinds);
const morning = { nowSeconds: 600, startClockSeconds: 25_200 };
const closeRoad = interventionKinds['close-road'] as InterventionKind;

/** The setting of another field with which this one does something. */
function whatAsksFor({ settings }: InterventionKind, name: string) {
  const { idleWhen } = settings[name];
  if (!idleWhen) return {};
  const other = settings[idleWhen.setting];
  if (other.type === 'choice') return { [idleWhen.setting]: other.options.find((each) => each !== idleWhen.is)! };
  return other.type === 'toggle' ? { [idleWhen.setting]: !idleWhen.is } : {};
}

describe.each(kinds.map((kind) => [kind.kind, kind] as const))('the form for %s', (_, kind) => {
  const places = Array.from({ length: kind.targets.least }, (_each, i) => `e${i}`);

  it('makes, untouched and placed, a change that the engine accepts', () => {
    const { faults, intervention } = checkDraft(newDraft(kind), 'one', places, morning);
    expect(faults).toEqual({});
    const parsed = parseIntervention(intervention);
    expect(parsed.ok && parsed.value).toEqual(intervention);
  });

  it.skipIf(kind.targets.least === 0)('asks for a place before anything else', () => {
    const { faults, intervention } = checkDraft(newDraft(kind), 'one', [], morning);
    expect(faults).toEqual({ targets: 'too-few' });
    expect(intervention).toBeNull();
  });

  it('agrees with the engine on every number that somebody may set', () => {
    const numbers = Object.entries(kind.settings).filter(([, field]) => field.type === 'number');
    for (const [name] of numbers) {
      fc.assert(
        fc.property(fc.oneof(fc.double(), fc.integer({ min: -5, max: 130 })), (value) => {
          const draft = newDraft(kind);
          const settings = { ...draft.settings, ...whatAsksFor(kind, name), [name]: value };
          const { intervention } = checkDraft({ ...draft, settings }, 'one', places, morning);
          const engine = parseIntervention({ id: 'one', kind: kind.kind, targets: places, settings, fromSeconds: 0 });
          expect(intervention !== null).toBe(engine.ok);
        }),
      );
    }
  });
});

describe('a change that is being made up', () => {
  it('does not ask for what would do nothing', () => {
    const names = (lanes: string) =>
      askedFields({ ...newDraft(closeRoad), settings: { ...newDraft(closeRoad).settings, lanes } }).map(
        ([name]) => name,
      );
    expect(names('all')).not.toContain('laneCount');
    expect(names('kerb')).toContain('laneCount');
  });

  it('begins now and lasts to the end, unless times are given', () => {
    const plain = checkDraft(newDraft(closeRoad), 'one', ['e1'], morning).intervention;
    expect([plain?.fromSeconds, plain?.untilSeconds]).toEqual([600, null]);
    const timed = { ...newDraft(closeRoad), fromText: '07:30', untilText: '08:00' };
    const later = checkDraft(timed, 'one', ['e1'], morning).intervention;
    expect([later?.fromSeconds, later?.untilSeconds]).toEqual([1_800, 3_600]);
  });

  it('refuses to begin at what is no time', () => {
    const draft = { ...newDraft(closeRoad), fromText: '06:00 tomorrow' };
    expect(checkDraft(draft, 'one', ['e1'], morning).faults).toEqual({ from: 'not-time' });
  });

  it('may begin at a time that has passed, and end at one: it is lived again from there', () => {
    const past = { ...newDraft(closeRoad), fromText: '07:05', untilText: '07:08' };
    expect(checkDraft(past, 'one', ['e1'], morning)).toMatchObject({
      faults: {},
      isLivedAgain: true,
      intervention: { fromSeconds: 300, untilSeconds: 480 },
    });
    expect(checkDraft({ ...past, fromText: null }, 'one', ['e1'], morning).faults).toEqual({ until: 'time-past' });
  });

  it('refuses to end before it begins', () => {
    const draft = { ...newDraft(closeRoad), fromText: '08:00', untilText: '07:30' };
    expect(checkDraft(draft, 'one', ['e1'], morning).faults).toEqual({ until: 'time-order' });
  });
});
