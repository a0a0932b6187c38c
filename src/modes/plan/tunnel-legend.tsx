import {
  darkColour,
  fireColour,
  gasShareRamp,
  laidColours,
  onGasRamp,
  waterColour,
} from '../../city/tunnels/tunnel-colours';
import { formatShare, useLanguage, useText } from '../../i18n';
import { laidKinds } from '../../state/gallery-lines';
import { usePlaces } from '../../state/places';
import { useTunnelsShown } from '../../state/tunnels-shown';
import { useWalk } from '../../state/walk';
import { Icon, type IconName } from '../../ui/icon';

/** Shares that rules speak of: an alarm at a fifth, the limit itself. */
const TICKS = [0, 0.05, 0.2, 1] as const;

/** What colours and signs of galleries mean, while they are open. */
export function TunnelLegend() {
  const text = useText();
  const language = useLanguage();
  const isShown = useTunnelsShown();
  const has = usePlaces((state) => (state.book?.tunnels.ids.length ?? 0) > 0);
  // Inside, the walk's own legend says what is to be seen there.
  const isInside = useWalk((state) => state.section !== null);
  if (!isShown || !has || isInside) return null;
  const { legend } = text.tunnel;
  const signs: readonly (readonly [IconName, string, string])[] = [
    ['water', legend.water, waterColour],
    ['fire', legend.fire, fireColour],
    ['dark', legend.dark, darkColour],
    ['shut', legend.shut, darkColour],
  ];
  return (
    <div className="notice energy-legend tunnel-legend">
      <span className="energy-legend-part">
        <span>{legend.gas}</span>
        <span className="tunnel-ramp">
          <span
            className="flow-legend-ramp"
            style={{ background: `linear-gradient(to right, ${gasShareRamp.join(', ')})` }}
          />
          {TICKS.map((share) => (
            <i key={share} style={{ left: `${100 * onGasRamp(share)}%` }}>
              {formatShare(share, language)}
            </i>
          ))}
        </span>
        {signs.map(([icon, name, colour]) => (
          <span key={icon} className="energy-legend-key flow-legend-end">
            <b className="tunnel-sign" style={{ background: colour }}>
              <Icon name={icon} />
            </b>
            {name}
          </span>
        ))}
        <span className="energy-legend-key flow-legend-end">
          <b className="tunnel-sign alarm" />
          {legend.alarm}
        </span>
      </span>
      <span className="energy-legend-part">
        {laidKinds.map((kind) => (
          <span key={kind} className="energy-legend-key flow-legend-end">
            <b className="tunnel-pipe" style={{ background: laidColours[kind] }} />
            {legend.laid[kind]}
          </span>
        ))}
      </span>
    </div>
  );
}
