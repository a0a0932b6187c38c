import { deadColour, deadTick, loadingRamp, overloadColour, partedColour } from '../../city/energy/energy-colours';
import { COLD_C, coldRamp, gasRamp, HEAT_C, heatRamp } from '../../city/energy/pipe-colours';
import { formatSetting, formatShare, useLanguage, useText } from '../../i18n';
import { type Carrier, useCarriers } from '../../state/carriers';
import { useEnergyNow } from '../../state/energy-now';
import { useEnergyShown } from '../../state/energy-shown';
import { carrierColours } from '../../ui/carrier-colours';

/** What the colours and patterns of lines mean, while they are shown. */
export function EnergyLegend() {
  const text = useText();
  const language = useLanguage();
  const isShown = useEnergyShown();
  const hasPressure = useEnergyNow(({ gas }) => gas.length > 0);
  if (!isShown) return null;
  const { legend } = text.grid;
  const celsius = (value: number) => formatSetting(value, '°C', language);
  return (
    <div className="notice energy-legend">
      <span className="energy-legend-part">
        <Switch carrier="electricity" colour={carrierColours.electricity} />
        <span className="flow-legend-end">0</span>
        <Ramp stops={loadingRamp} />
        <span className="flow-legend-end">{formatShare(1, language)}</span>
        <Key name={legend.over} colour={overloadColour} dashes="3 3" under="#ffffff" />
        <Key name={legend.dead} colour={deadTick} dashes="2 4" under={deadColour} />
        <Key name={legend.parted} colour={partedColour} dashes="4 4" />
      </span>
      <span className="energy-legend-part">
        <Switch carrier="heat" colour={carrierColours.heat} />
        <span className="flow-legend-end">{celsius(HEAT_C.from)}</span>
        <Ramp stops={heatRamp} short />
        <span className="flow-legend-end">{celsius(HEAT_C.to)}</span>
      </span>
      <span className="energy-legend-part">
        <Switch carrier="cooling" colour={carrierColours.cooling} />
        <span className="flow-legend-end">{celsius(COLD_C.from)}</span>
        <Ramp stops={coldRamp} short />
        <span className="flow-legend-end">{celsius(COLD_C.to)}</span>
      </span>
      <span className="energy-legend-part">
        <Switch carrier="gas" colour={carrierColours.gas} />
        {hasPressure && (
          <>
            <span className="flow-legend-end">{legend.pressure} 0</span>
            <Ramp stops={gasRamp} short />
            <span className="flow-legend-end">{formatShare(1, language)}</span>
          </>
        )}
      </span>
    </div>
  );
}

/** Shows or hides one of the networks. */
function Switch({ carrier, colour }: { readonly carrier: Carrier; readonly colour: string }) {
  const text = useText();
  const isShown = useCarriers(({ shown }) => shown[carrier]);
  const { legend } = text.grid;
  return (
    <button
      type="button"
      className="energy-legend-switch"
      aria-pressed={isShown}
      title={isShown ? legend.hide : legend.show}
      onClick={() => useCarriers.getState().toggle(carrier)}
    >
      <i style={{ background: colour }} />
      {legend[carrier]}
    </button>
  );
}

function Ramp({ stops, short = false }: { readonly stops: readonly string[]; readonly short?: boolean }) {
  return (
    <span
      className={short ? 'flow-legend-ramp short' : 'flow-legend-ramp'}
      style={{ background: `linear-gradient(to right, ${stops.join(', ')})` }}
    />
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
