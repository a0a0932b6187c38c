/** Several plans of one city, and what people have ruled where they disagree. */
import { create } from 'zustand';
import { conflictsBetween, type Intervention, type LandFile, type OverlaysFile, type PlanConflict } from '../../sim';
import type { SceneFacts } from './scene-facts';
import { readSceneFile } from './scene-source';

export type Parcel = LandFile['parcels'][number];
export type OtherPlan = OverlaysFile['overlays'][number];

export interface PlansOfCity {
  readonly parcels: ReadonlyMap<string, Parcel>;
  readonly others: readonly OtherPlan[];
  readonly conflicts: readonly PlanConflict[];
}

interface PlansState {
  /** Null until they are read, and where the city has no other plans. */
  readonly plans: PlansOfCity | null;
  /** The parcel that is looked at on the map of plans. */
  readonly parcel: string | null;
}

export const usePlans = create<PlansState>(() => ({ plans: null, parcel: null }));

export async function loadPlans(sceneId: string, { files }: SceneFacts): Promise<void> {
  usePlans.setState({ plans: null, parcel: null });
  if (!files.includes('overlays.json') || !files.includes('land.json')) return;
  try {
    const [land, laid] = (await Promise.all(
      ['land.json', 'overlays.json'].map((file) => readSceneFile(sceneId, file)),
    )) as [LandFile, OverlaysFile];
    usePlans.setState({ plans: plansOf(land.parcels, laid.overlays) });
  } catch {
    // What the engine has read a moment ago is there; a page that has lost its server says so elsewhere.
  }
}

export function plansOf(parcels: readonly Parcel[], others: readonly OtherPlan[]): PlansOfCity {
  return {
    parcels: new Map(parcels.map((parcel) => [parcel.id, parcel])),
    others,
    conflicts: conflictsBetween([...parcels], [...others]),
  };
}

export type Ruling = 'parcel-gives-way' | 'plan-gives-way';

export interface Ruled {
  readonly ruling: Ruling;
  readonly by: Intervention;
}

/** By parcel, what holds of all that was ruled; what was ruled last holds. */
export function rulingsIn(changes: readonly Intervention[]): ReadonlyMap<string, Ruled> {
  const rulings = new Map<string, Ruled>();
  for (const change of changes) {
    if (change.kind !== 'settle-plans') continue;
    for (const parcel of change.targets) {
      rulings.set(parcel, { ruling: change.settings.ruling as Ruling, by: change });
    }
  }
  return rulings;
}

/** Square metres on which nobody has ruled yet. */
export function openM2(plans: PlansOfCity, rulings: ReadonlyMap<string, unknown>): number {
  return plans.conflicts.reduce((sum, { parcelId, areaM2 }) => (rulings.has(parcelId) ? sum : sum + areaM2), 0);
}
