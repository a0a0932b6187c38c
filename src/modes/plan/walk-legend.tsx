import { useMemo } from 'react';
import { loadingRamp } from '../../city/energy/energy-colours';
import { gasShareRamp, onGasRamp } from '../../city/tunnels/tunnel-colours';
import { formatShare, useLanguage, useText } from '../../i18n';
import { usePlaces } from '../../state/places';
import { sectionNow } from '../../state/section-state';
import { useTunnelsNow } from '../../state/tunnels-now';
import { useWalk } from '../../state/walk';

/** Shares of the explosive limit that rules speak of: an alarm at a fifth, the limit itself. */
const GAS_TICKS = [0, 0.05, 0.2, 1] as const;
const LOADING_TICKS = [0, 0.5, 1] as const;

/** What the colours inside a gallery mean, of what there is in it. */
export function WalkLegend() {
  const text = useText();
  const language = useLanguage();
  const words = text.tunnel.walk;
  const section = useWalk((state) => state.section);
  const book = usePlaces((state) => state.book?.tunnels);
  const facts = useMemo(() => (section === null ? undefined : book?.section(section)), [book, section]);
  const hasGas = useTunnelsNow(
    ({ sections }) => facts !== undefined && (sectionNow(sections, facts.slot)?.gasShare ?? 0) > 0,
  );
  if (!facts) return null;
  const hasCables = facts.lines.some(({ kind }) => kind === 'cable');
  if (facts.kind !== 'gas' && !hasGas && !hasCables) return null;
  const ticks = (shares: readonly number[], at: (share: number) => number = (share) => share) =>
    shares.map((share) => [at(share), formatShare(share, language)] as const);
  return (
    <div className="walk-panel-row walk-panel-legend" title={words.layersHint}>
      {(facts.kind === 'gas' || hasGas) && (
        <>
          <span>{words.layers}</span>
          <Ramp colours={gasShareRamp} ticks={ticks(GAS_TICKS, onGasRamp)} />
        </>
      )}
      {hasCables && (
        <>
          <span>{words.loading}</span>
          <Ramp colours={loadingRamp} ticks={ticks(LOADING_TICKS)} />
        </>
      )}
    </div>
  );
}

interface RampProps {
  readonly colours: readonly string[];
  readonly ticks: readonly (readonly [at: number, text: string])[];
}

function Ramp({ colours, ticks }: RampProps) {
  return (
    <span className="tunnel-ramp">
      <span className="flow-legend-ramp" style={{ background: `linear-gradient(to right, ${colours.join(', ')})` }} />
      {ticks.map(([at, said]) => (
        <i key={said} style={{ left: `${100 * at}%` }}>
          {said}
        </i>
      ))}
    </span>
  );
}
