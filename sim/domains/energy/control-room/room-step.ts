/** What the control room is told of a step, and how it says what it does. */
import type { Consumers } from '../consumers/consumers';
import type { EnergyStep } from '../energy-step';
import type { GridRun } from '../grid/grid-run';
import type { EnergyState } from '../state';
import type { ControlRoom, RoomStep } from './control-room';

export function roomStep(
  { scene, knobs, totals }: EnergyState,
  room: ControlRoom,
  run: GridRun,
  consumers: Consumers,
  { seconds, stepSeconds, happen }: EnergyStep,
): RoomStep {
  const { branch, transformer } = scene.elements;
  const { branchCount } = run.grid;
  noteHeld(room, knobs['building.curtailed'].values, consumers);
  return {
    run,
    knobs,
    totals,
    seconds,
    stepS: stepSeconds,
    say: (code, link, cause, values) => {
      const id = link < branchCount ? branch.ids[link] : transformer.ids[link - branchCount];
      return happen(code, id, cause > 0 ? [cause] : [], values);
    },
  };
}

/** Of what customers hold back, the part that the room's call has brought: some may have been asked for by others. */
function noteHeld({ heldKw, isHolding }: ControlRoom, alsoAsked: Float64Array, consumers: Consumers): void {
  const { buildingNode, controls, asked } = consumers;
  heldKw.fill(0);
  for (let building = 0; building < buildingNode.length; building++) {
    const node = buildingNode[building];
    const share = controls.curtailedShare[building];
    if (node < 0 || isHolding[node] === 0 || share === 0) continue;
    const others = Number.isNaN(alsoAsked[building]) ? 0 : alsoAsked[building];
    heldKw[node] += (asked.curtailedKw[building] * Math.max(0, share - others)) / share;
  }
}
