import type { Scene } from '../../scene';

/**
 * A run without a picture draws nothing: where lanes, turns and junctions lie is with the compiled roads, as plain
 * numbers. The same as lists of points takes half of what a large scene takes, so it is let go. For whoever has read the
 * scene himself and compiled it; the edges keep their middle lines, by which people find their way on foot.
 */
export function letShapesGo({ roads }: Scene): void {
  for (const edge of roads?.edges ?? []) for (const lane of edge.lanes) forget(lane, 'shape');
  for (const junction of roads?.junctions ?? []) {
    forget(junction, 'outline');
    for (const turn of junction.turns) forget(turn, 'shape');
  }
}

const NO_POINTS: never[] = [];

function forget<Key extends string>(from: { [key in Key]: readonly unknown[] }, key: Key): void {
  from[key] = NO_POINTS;
}
