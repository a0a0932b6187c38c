/** Heat of cables: what they may carry for ever, for a while, in the ground and in a tunnel. */
export { buriedConductorC, emergencyAmperes } from './buried-transient';
export {
  ampacityA,
  type CableSection,
  createCableSection,
  heldInCablesJPerM,
  heldInGroundJPerM,
  type LaidCable,
  stepCableSection,
  toFarGroundWPerM,
  warmWall,
} from './cable-section';
export { type BranchCable, cableOfBranch, mediumVoltageDesigns } from './catalogue';
export { type CableDesign, diametersOf } from './design';
export type { Laying } from './laying';
export { steadyRating, steadyTemperatures } from './rating';
export { settleTunnel } from './settle-tunnel';
export type { TunnelBore } from './tunnel-laws';
