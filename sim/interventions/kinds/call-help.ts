import { type Problem, problem } from '../../kernel';
import { defineKind } from '../kind';
import { edgeSlots } from './carriageway';

/** Somebody calls for help: so many ambulances and fire engines are sent to each of these roads, and turn back if it ends before they are there. */
export const callHelp = defineKind({
  kind: 'call-help',
  targets: { kind: 'edge', least: 1, most: 20 },
  settings: {
    ambulances: { type: 'number', unit: 'veh', min: 0, max: 10, step: 1, default: 1, whole: true },
    fireEngines: { type: 'number', unit: 'veh', min: 0, max: 10, step: 1, default: 0, whole: true },
  },
  claims({ targets, settings, fromSeconds, untilSeconds }, scene) {
    return edgeSlots(targets, false, scene).flatMap((slot) => {
      const claim = { slot, fromSeconds, untilSeconds };
      return [
        ...(settings.ambulances > 0 ? [{ knob: 'edge.ambulance-call', value: settings.ambulances, ...claim }] : []),
        ...(settings.fireEngines > 0 ? [{ knob: 'edge.fire-call', value: settings.fireEngines, ...claim }] : []),
      ];
    });
  },
  check({ settings }, { scene: { services } }) {
    const problems: Problem[] = [];
    const { ambulances, fireEngines } = settings;
    if (ambulances === 0 && fireEngines === 0) {
      const message = 'expected at least one ambulance or fire engine, found none';
      problems.push(problem('intervention.nobody-called', ['settings', 'ambulances'], message));
    }
    if (ambulances > 0 && (services?.hospitals.length ?? 0) === 0) {
      const message = 'expected a scene with a hospital, found none: nobody could come';
      problems.push(problem('intervention.no-service', ['settings', 'ambulances'], message));
    }
    if (fireEngines > 0 && (services?.fireStations.length ?? 0) === 0) {
      const message = 'expected a scene with a fire station, found none: nobody could come';
      problems.push(problem('intervention.no-service', ['settings', 'fireEngines'], message));
    }
    return problems;
  },
});
