import type { ElementId } from '../kernel';
import type { Activity } from '../scene/schema/people';

/** What a vehicle is under way for; 'other' of whoever drives by counts and matrices, which know no reason. */
export type JourneyReason = Activity | 'freight' | 'bus' | 'call' | 'round' | 'other';

/** A vehicle's journey as it stands now, asked for by its row in frames. */
export interface Journey {
  readonly reason: JourneyReason;
  /** Slots of the edges of its way from the one that it is on, as it means to drive now; a long way is planned in stages. */
  readonly edges: readonly number[];
  /** Null where nobody knows it, or where it has no end. */
  readonly fromEdge: ElementId | null;
  readonly toEdge: ElementId | null;
  /** It comes from, or goes, beyond the scene's edge. */
  readonly fromOutside: boolean;
  readonly toOutside: boolean;
  /** Since the start of the run; from before it for those who were under way. */
  readonly departedSeconds: number;
  /** Of what the vehicle's way holds now. */
  readonly leftM: number;
  /** At the speeds that its edges are driven at now. */
  readonly leftSeconds: number;
}
