import { problem } from '../../kernel';
import { defineKind } from '../kind';

const PERCENT = 100;
const share = { type: 'number', unit: '%', min: 0, max: 100, step: 5, default: 80 } as const;

/** S1: how many devices of each class a radio network covers. Who is covered at a share is so at every larger one. */
export const sensorCoverage = defineKind({
  kind: 'sensor-coverage',
  targets: { kind: 'city', least: 0, most: 0 },
  settings: { parkingPercent: share, metersPercent: share, galleriesPercent: share, roadsPercent: share },
  claims({ settings, fromSeconds, untilSeconds }) {
    const claim = (knob: string, percent: number) => ({
      knob,
      slot: 0,
      value: percent / PERCENT,
      fromSeconds,
      untilSeconds,
    });
    return [
      claim('city.parking-coverage', settings.parkingPercent),
      claim('city.meter-coverage', settings.metersPercent),
      claim('city.gallery-coverage', settings.galleriesPercent),
      claim('city.road-coverage', settings.roadsPercent),
    ];
  },
  check: (_, { id, scene }) =>
    (scene.telecom?.nodes.length ?? 0) === 0
      ? [problem('intervention.no-telecom', ['kind'], `expected a city with telecom, found none in '${id}'`)]
      : [],
});
