import { describe, expect, it } from 'vitest';
import { activeDomains } from '../../sim/hosts/active-domains';
import {
  changeOfStep,
  checkInterventions,
  interventionKinds,
  parseIntervention,
  playbookFor,
  playbookNameOf,
  playbooks,
  responderOf,
} from '../../sim/interventions';
import { knobs } from '../../sim/ports';
import { defaultScenario } from '../../sim/scenarios';
import { sceneOf } from '../domains/energy/scenes';

const scene = sceneOf('eco-park');
const domains = activeDomains(defaultScenario(scene.id)).map(({ name }) => name);
const idsOf = (kind: keyof typeof scene.elements) => scene.elements[kind].ids;

describe('playbooks', () => {
  it('have one answer to a happening, and steps that come in their order', () => {
    const codes = playbooks.flatMap(({ answers }) => answers);
    expect(new Set(codes).size).toBe(codes.length);
    for (const playbook of playbooks) {
      expect(playbookFor(playbook.answers[0])).toBe(playbook);
      const after = playbook.steps.map(({ afterMinutes }) => afterMinutes);
      expect(after).toEqual(after.toSorted((a, b) => a - b));
    }
    expect(playbookFor('traffic.trip-ended')).toBeUndefined();
  });

  it('are changes that the flagship takes, all of one playbook together, named after who makes them', () => {
    for (const playbook of playbooks) {
      const list = playbook.steps.map((step, i) => {
        const id = `${playbookNameOf(playbook, step)}-${i + 1}`;
        expect(responderOf(id)).toBe(step.who);
        const change = changeOfStep(step, id, 600, idsOf);
        expect(change.fromSeconds).toBe(600 + 60 * step.afterMinutes);
        expect(change.untilSeconds).toBe(change.fromSeconds + 60 * step.forMinutes);
        expect(parseIntervention(JSON.parse(JSON.stringify(change)), [], interventionKinds)).toEqual({
          ok: true,
          value: change,
          warnings: [],
        });
        return change;
      });
      expect(checkInterventions(list, scene, { kinds: interventionKinds, knobs, domains })).toEqual([]);
    }
  });

  it('are told from changes that somebody made himself', () => {
    expect(responderOf('demand-response-1')).toBeUndefined();
    expect(responderOf('demand-response.nobody.overload-1')).toBeUndefined();
    expect(responderOf('demand-response.grid-control.overload-12')).toBe('grid-control');
  });
});
