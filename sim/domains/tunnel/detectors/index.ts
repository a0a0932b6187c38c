export { advanceDetectors } from './advance-detectors';
export {
  CATALYTIC_T90_S,
  createDetectors,
  type DetectorKind,
  type Detectors,
  detectorKinds,
  LASER_T90_S,
  loadDetectors,
  SILENT,
  STUCK,
  saveDetectors,
  setDetector,
  toldBy,
  WORKS,
} from './detectors';
