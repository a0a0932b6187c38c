import { deadColour, deadTick, loadingRamp, overloadColour, partedColour } from '../../city/energy/energy-colours';
import { formatShare, useLanguage, useText } from '../../i18n';
import { useEnergyShown } from '../../state/energy-shown';
import { carrierColours } from '../../ui/carrier-colours';

/** What the colours and patterns of lines mean, while they are shown. */
export function EnergyLegend() {
  const text = useText();
  const language = useLanguage();
  const isShown = useEnergyShown();
  if (!isShown) return null;
  const { legend } = text.grid;
  return (
    <p className="notice energy-legend">
      <span className="energy-legend-part">
        <span>{legend.loading}</span>
        <span className="flow-legend-end">0</span>
        <span
          className="flow-legend-ramp"
          style={{ background: `linear-gradient(to right, ${loadingRamp.join(', ')})` }}
        />
        <span className="flow-legend-end">{formatShare(1, language)}</span>
        <Key name={legend.over} colour={overloadColour} dashes="3 3" under="#ffffff" />
        <Key name={legend.dead} colour={deadTick} dashes="2 4" under={deadColour} />
        <Key name={legend.parted} colour={partedColour} dashes="4 4" />
      </span>
      <span className="energy-legend-part">
        <span className="flow-legend-end">{legend.pipes}</span>
        <Key name={legend.heat} colour={carrierColours.heat} />
        <Key name={legend.cooling} colour={carrierColours.cooling} />
        <Key name={legend.gas} colour={carrierColours.gas} />
      </span>
    </p>
  );
}

interface KeyProps {
  readonly name: string;
  readonly colour: string;
  readonly dashes?: string;
  readonly under?: string;
}

function Key({ name, colour, dashes, under }: KeyProps) {
  return (
    <span className="energy-legend-key flow-legend-end">
      <svg viewBox="0 0 28 10" aria-hidden="true">
        {under && <path d="M0 5h28" stroke={under} strokeWidth="5" />}
        <path d="M0 5h28" stroke={colour} strokeWidth={under ? 4 : 2.5} strokeDasharray={dashes} />
      </svg>
      {name}
    </span>
  );
}
