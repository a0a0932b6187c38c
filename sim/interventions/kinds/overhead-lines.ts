import { defineKind } from '../kind';

/** The other half of U6: the same network hung on poles and high-voltage towers, with the corridors that those take. */
export const overheadLines = defineKind({
  kind: 'overhead-lines',
  targets: { kind: 'city', least: 0, most: 0 },
  settings: {},
  claims({ fromSeconds, untilSeconds }) {
    return [{ knob: 'city.overhead-lines', slot: 0, value: 1, fromSeconds, untilSeconds }];
  },
});
