import { useFrame, useThree } from '@react-three/fiber';
import { useEffect, useMemo, useRef } from 'react';
import { type Color, FogExp2, Group, HemisphereLight, Mesh, SphereGeometry, Vector3 } from 'three';
import { SunLight } from 'three/addons/lights/SunLight.js';
import { useLook } from '../../state/look';
import { useQuality } from '../../state/quality';
import { useStage } from '../stage/stage-context';
import { useOwned } from '../stage/use-owned';
import { atmosphereAt } from './atmosphere';
import { litShares } from './lit-windows';
import { skyMaterial } from './sky-material';
import { type Moment, sunDirection, sunPosition, utcOffsetHours } from './sun-position';

/** The day that is shown: the autumn equinox, when day and night are of a length. The engine's clock has no date. */
export const SHOWN_DAY = { year: 2026, month: 9, day: 23 } as const;

/** The light and its shadow follow the sun in steps of this. */
const SUN_STEP_DEG = 0.2;
/** Shadows reach this many times as far as the camera is from what it looks at, between two bounds. */
const SHADOW_REACH = 3.2;
const SHADOW_NEAREST_M = 700;
const SHADOW_FARTHEST_M = 7_000;
const SHADOW_TEXELS = 2_048;
/** Shadows that are not drawn in every frame are drawn when the camera has stood still for so long. */
const SETTLED_SECONDS = 0.12;
const LONGEST_STEP_SECONDS = 0.05;
/** Where the moon stands whenever the sun is down: high in the south-east, so that night has a lit and a dark side. */
const MOON = new Vector3(0.45, 0.75, 0.5).normalize();
const HAZE = { maquette: 0.000105, 'control-room': 0.00012 } as const;
const DAY_STARTS_SECONDS = 9 * 3_600;

/** Sun, sky, haze and shadow at the city's own hour and place. */
export function SkyLayer() {
  const stage = useStage();
  const { city, uniforms, feed } = stage;
  const scene = useThree((state) => state.scene);
  const look = useLook((state) => state.look);
  const material = useOwned(() => skyMaterial(uniforms), [uniforms]);
  const dome = useOwned(() => new SphereGeometry(1, 32, 24), []);
  const offset = useMemo(() => utcOffsetHours(city.timeZone, SHOWN_DAY.year, SHOWN_DAY.month, SHOWN_DAY.day), [city]);
  const parts = useMemo(() => {
    const all = new Group();
    const sky = new Mesh(dome, material);
    sky.frustumCulled = false;
    sky.renderOrder = 2;
    const sun = new SunLight();
    sun.castShadow = true;
    sun.shadow.autoUpdate = false;
    sun.shadow.mapSize.set(SHADOW_TEXELS, SHADOW_TEXELS);
    sun.shadow.bias = -0.00004;
    sun.shadow.normalBias = 0.3;
    sun.shadow.radius = 1.4;
    const air = new HemisphereLight();
    all.add(sky, sun, air);
    return { all, sun, air, fog: new FogExp2(0xffffff, 0.0001) };
  }, [dome, material]);
  const last = useRef({
    clock: Number.NaN,
    altitude: Number.NaN,
    azimuth: Number.NaN,
    look: '',
    still: 0,
    drawn: new Float32Array(16),
    pending: true,
  });
  useEffect(() => {
    stage.rebake = () => {
      last.current.pending = true;
    };
  }, [stage]);
  useFrame(({ camera }, delta) => {
    const { sun, air, fog } = parts;
    const memory = last.current;
    const clock = feed.clockSeconds ?? city.views[0].clockSeconds ?? DAY_STARTS_SECONDS;
    const moment: Moment = { ...SHOWN_DAY, secondsOfDay: clock, utcOffsetHours: offset };
    if (clock !== memory.clock || look !== memory.look) {
      memory.clock = clock;
      const place = sunPosition(moment, city.latitudeDeg, city.longitudeDeg);
      const moved = Math.abs(place.altitudeDeg - memory.altitude) + Math.abs(place.azimuthDeg - memory.azimuth);
      if (!(moved < SUN_STEP_DEG) || look !== memory.look) {
        memory.altitude = place.altitudeDeg;
        memory.azimuth = place.azimuthDeg;
        memory.look = look;
        const towards = uniforms.uSunDirection.value.set(...sunDirection(place));
        const moonlit = look === 'control-room' || place.altitudeDeg < 0;
        sun.position.copy(moonlit ? MOON : towards);
        if (!moonlit) sun.position.y = Math.max(sun.position.y, 0.05);
        const atmosphere = atmosphereAt(place.altitudeDeg, look);
        paint(uniforms.uZenith.value, atmosphere.zenith);
        paint(uniforms.uHorizon.value, atmosphere.horizon);
        paint(sun.color, atmosphere.sun);
        paint(air.color, atmosphere.skyLight);
        paint(air.groundColor, atmosphere.groundLight);
        sun.intensity = atmosphere.sunIntensity;
        air.intensity = atmosphere.skyIntensity;
        uniforms.uNight.value = atmosphere.night;
        uniforms.uRoom.value = look === 'control-room' ? 1 : 0;
        fog.color.copy(uniforms.uHorizon.value);
        fog.density = HAZE[look];
        if (scene.fog !== fog) scene.fog = fog;
        memory.pending = true;
      }
      litShares(clock, uniforms.uLit.value);
    }
    const moved = camera.matrixWorld.elements.some((value, i) => Math.abs(value - memory.drawn[i]) > 1e-4);
    if (moved) {
      memory.drawn.set(camera.matrixWorld.elements);
      const reach = SHADOW_REACH * stage.control.orbit.distanceM;
      sun.shadow.camera.far = Math.min(SHADOW_FARTHEST_M, Math.max(SHADOW_NEAREST_M, reach));
      memory.still = 0;
      memory.pending = true;
    } else {
      // The first frame's delta is the wait for it; that is no settled picture.
      memory.still += Math.min(delta, LONGEST_STEP_SECONDS);
    }
    if (!memory.pending) return;
    if (useQuality.getState().quality === 'full' || memory.still >= SETTLED_SECONDS) {
      sun.shadow.needsUpdate = true;
      memory.pending = false;
    } else {
      stage.wake();
    }
  });
  return <primitive object={parts.all} />;
}

function paint(color: Color, [r, g, b]: readonly [number, number, number]): void {
  color.setRGB(r, g, b, 'srgb');
}
