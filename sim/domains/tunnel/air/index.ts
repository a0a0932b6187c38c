export { advanceAir, isLeakIn } from './advance';

export { changesPerH } from './figures';
export {
  ACCIDENT,
  askFans,
  breakFan,
  createGalleryAir,
  type GalleryAir,
  NORMAL,
  STOPPED,
  setAirC,
  setDoor,
  setLeak,
  setNormalShare,
  setOutdoorC,
  setShaft,
  supplyFans,
} from './gallery-air';
export { loadAir, saveAir } from './save-air';
