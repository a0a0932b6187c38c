export { advanceDetectors } from './advance-detectors';
export {
  createDetectors,
  type Detectors,
  detectorKinds,
  loadDetectors,
  SILENT,
  STUCK,
  saveDetectors,
  setDetector,
  toldBy,
  WORKS,
} from './detectors';
