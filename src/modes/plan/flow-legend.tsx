import { flowRamp } from '../../city/roads/flow-ramp';
import { useText } from '../../i18n';
import { useLook } from '../../state/look';

/** What the colours of the roads mean, while they are shown. */
export function FlowLegend() {
  const text = useText();
  const isShown = useLook((state) => state.showFlow);
  if (!isShown) return null;
  return (
    <p className="notice flow-legend">
      <span>{text.header.flow}</span>
      <span className="flow-legend-end">{text.header.flowSlow}</span>
      <span className="flow-legend-ramp" style={{ background: `linear-gradient(to right, ${flowRamp.join(', ')})` }} />
      <span className="flow-legend-end">{text.header.flowFast}</span>
    </p>
  );
}
