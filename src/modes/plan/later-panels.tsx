/** What stands on the page only once something in the city has been picked, opened or asked for. */
import '../../panels/change/change-form';

export { CausePanel } from '../../panels/causes/cause-panel';
export { SplitDivider } from '../../panels/compare/split-divider';
export { Inspector } from '../../panels/inspector/inspector';
export { VehiclePanel } from '../../panels/inspector/vehicle-panel';
export { MiniMap } from '../../panels/mini-map/mini-map';
export { Tour } from '../../panels/tour/tour';
export { AlarmBoard } from '../../panels/tunnels/alarm-board';
export { WalkPanel } from '../../panels/walk/walk-panel';
export { DifferenceLegend } from './difference-legend';
export { FlowLegend } from './flow-legend';
export { TunnelLegend } from './tunnel-legend';
export { WalkLegend } from './walk-legend';
