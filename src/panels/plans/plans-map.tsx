import { memo, useMemo } from 'react';
import { useText } from '../../i18n';
import { type OtherPlan, type Parcel, type PlansOfCity, usePlans } from '../../state/plans';

type Outline = readonly (readonly [number, number])[];

interface PlansMapProps {
  readonly plans: PlansOfCity;
  /** Parcels on which somebody has ruled. */
  readonly rulings: ReadonlyMap<string, unknown>;
}

const MARGIN_M = 60;

/** The land plan, the other plans over it, and in red what they disagree on; a press chooses a parcel. */
export function PlansMap({ plans, rulings }: PlansMapProps) {
  const text = useText();
  const chosen = usePlans((state) => state.parcel);
  const box = useMemo(() => boxOf([...plans.parcels.values()].map(({ outline }) => outline)), [plans]);
  const areas = new Map(plans.others.flatMap((plan) => plan.areas.map((area) => [area.id, area] as const)));
  const outlineOf = (id: string) => plans.parcels.get(id)!.outline;
  return (
    <svg className="plans-map" viewBox={box} role="img" aria-label={text.plans.map}>
      <Ground parcels={plans.parcels} />
      <Areas others={plans.others} />
      <defs>
        {[...areas.values()].map(({ id, outline }) => (
          <clipPath key={id} id={`plan-area-${id}`}>
            <path d={pathOf(outline)} />
          </clipPath>
        ))}
      </defs>
      {plans.conflicts.map(({ parcelId, area }) => (
        // biome-ignore lint/a11y/noStaticElementInteractions: the list beside it does the same by keys
        <path
          key={`${parcelId} ${area}`}
          className="plans-conflict"
          data-ruled={rulings.has(parcelId) || undefined}
          clipPath={`url(#plan-area-${area})`}
          d={pathOf(outlineOf(parcelId))}
          onClick={() => choose(parcelId)}
        />
      ))}
      {chosen !== null && <path className="plans-chosen" d={pathOf(outlineOf(chosen))} />}
    </svg>
  );
}

function choose(parcel: string): void {
  usePlans.setState({ parcel });
  document.querySelector(`.plans-conflicts [data-parcel="${CSS.escape(parcel)}"]`)?.scrollIntoView({ block: 'center' });
}

const Ground = memo(function Ground({ parcels }: { readonly parcels: ReadonlyMap<string, Parcel> }) {
  return [...parcels.values()].map(({ id, use, outline }) => (
    <path key={id} className="plans-parcel" data-green={isGreen(use) || undefined} d={pathOf(outline)} />
  ));
});

const Areas = memo(function Areas({ others }: { readonly others: readonly OtherPlan[] }) {
  return others.flatMap(({ areas }, k) =>
    areas.map(({ id, outline }) => <path key={id} className="plans-other" data-plan={k} d={pathOf(outline)} />),
  );
});

function isGreen(use: Parcel['use']): boolean {
  return use === 'park' || use === 'protective-green' || use === 'water';
}

/** North is up. */
function pathOf(outline: Outline): string {
  return `M${outline.map(([x, y]) => `${x.toFixed(1)} ${(-y).toFixed(1)}`).join('L')}Z`;
}

function boxOf(outlines: readonly Outline[]): string {
  const xs = outlines.flatMap((outline) => outline.map(([x]) => x));
  const ys = outlines.flatMap((outline) => outline.map(([, y]) => -y));
  const [left, top] = [least(xs) - MARGIN_M, least(ys) - MARGIN_M];
  return `${left} ${top} ${-least(xs.map((x) => -x)) + MARGIN_M - left} ${-least(ys.map((y) => -y)) + MARGIN_M - top}`;
}

function least(values: readonly number[]): number {
  return values.reduce((lowest, value) => Math.min(lowest, value), Number.POSITIVE_INFINITY);
}
