import { create } from 'zustand';

/** Where the camera is now, as a hand moves it, and how wide it sees. */
export interface CameraPlace {
  readonly x: number;
  readonly y: number;
  readonly distanceM: number;
  readonly headingDeg: number;
  readonly pitchDeg: number;
  readonly wideDeg: number;
}

/** Told by the picture whenever the camera has moved: for whoever draws or keeps it, and not for React. */
export const useCameraPlace = create<{ readonly place: CameraPlace | null }>(() => ({ place: null }));

export function tellCameraPlace(orbit: Omit<CameraPlace, 'wideDeg'>, wideDeg: number): void {
  const { place } = useCameraPlace.getState();
  if (
    place !== null &&
    place.x === orbit.x &&
    place.y === orbit.y &&
    place.distanceM === orbit.distanceM &&
    place.headingDeg === orbit.headingDeg &&
    place.pitchDeg === orbit.pitchDeg &&
    place.wideDeg === wideDeg
  )
    return;
  const { x, y, distanceM, headingDeg, pitchDeg } = orbit;
  useCameraPlace.setState({ place: { x, y, distanceM, headingDeg, pitchDeg, wideDeg } });
}
