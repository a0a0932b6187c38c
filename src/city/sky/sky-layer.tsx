import { useFrame, useThree } from '@react-three/fiber';
import { useEffect, useMemo, useRef } from 'react';
import { type Color, FogExp2, Group, HemisphereLight, Mesh, SphereGeometry, Vector3 } from 'three';
import { SunLight } from 'three/addons/lights/SunLight.js';
import { useStore } from 'zustand';
import { useLook } from '../../state/look';
import { useQuality } from '../../state/quality';
import { useStage } from '../stage/stage-context';
import type { CityUniforms } from '../stage/uniforms';
import { useOwned } from '../stage/use-owned';
import { atmosphereAt } from './atmosphere';
import { dateOf } from './day-of-year';
import { litShares } from './lit-windows';
import { aimOf, follow, noWeather, type ShownWeather } from './shown-weather';
import { skyMaterial } from './sky-material';
import { type Moment, sunDirection, sunPosition, utcOffsetHours } from './sun-position';
import { FOG_DEPTH_M, underWeather } from './under-weather';

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
/** A step ahead by its button is a jump too. */
const JUMP_SECONDS = 250;
/** The clock has stopped when no frame has come for so long: then nothing falls and nothing drifts. */
const STILL_AFTER_MS = 600;
/** A turn of the phase in which drops fall. */
const FALL_SECONDS = 16;
/** Clouds are drawn to drift so many times as fast as they do, and come round after so far. */
const DRIFT_SHOWN = 6;
const CLOUD_PERIOD_M = 60_000;

/** Sun, sky, haze and shadow at the city's own hour and place. */
export function SkyLayer() {
  const stage = useStage();
  const { city, uniforms, feed, told } = stage;
  const scene = useThree((state) => state.scene);
  const look = useLook((state) => state.look);
  const material = useOwned(() => skyMaterial(uniforms), [uniforms]);
  const dome = useOwned(() => new SphereGeometry(1, 32, 24), []);
  const startDay = useStore(told.weather, ({ weather }) => weather.startDay);
  const date = useMemo(() => dateOf(startDay), [startDay]);
  const offset = useMemo(() => utcOffsetHours(city.timeZone, date.year, date.month, date.day), [city, date]);
  const aim = useMemo(noWeather, []);
  const footM = useMemo(() => meanHeightM(city.heights.heightsM), [city]);
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
    date: null as unknown,
    version: -1,
    heardMs: Number.NEGATIVE_INFINITY,
    drawn: new Float32Array(16),
    pending: true,
    opened: 0,
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
    const seconds = Math.min(LONGEST_STEP_SECONDS * 4, delta);
    const { weather } = told.weather.getState();
    aimOf(weather, aim);
    // After a jump in time the weather is another at once; while the clock runs it comes over.
    const jumped = !(Math.abs(clock - memory.clock) < JUMP_SECONDS) || date !== memory.date;
    const changed = follow(stage.weather, aim, jumped ? 1e9 : seconds);
    const now = performance.now();
    if (memory.version !== feed.version) {
      memory.version = feed.version;
      memory.heardMs = now;
    }
    if (now - memory.heardMs < STILL_AFTER_MS) {
      uniforms.uFall.value = (uniforms.uFall.value + seconds / FALL_SECONDS) % 1;
      const blown = (seconds * (2 + weather.windMps) * DRIFT_SHOWN) / CLOUD_PERIOD_M;
      uniforms.uDrift.value.x = (uniforms.uDrift.value.x + 0.8 * blown) % 1;
      uniforms.uDrift.value.y = (uniforms.uDrift.value.y + 0.6 * blown) % 1;
    }
    const moment: Moment = { ...date, secondsOfDay: clock, utcOffsetHours: offset };
    if (clock !== memory.clock || look !== memory.look || changed || date !== memory.date) {
      memory.clock = clock;
      memory.date = date;
      const place = sunPosition(moment, city.latitudeDeg, city.longitudeDeg);
      const moved = Math.abs(place.altitudeDeg - memory.altitude) + Math.abs(place.azimuthDeg - memory.azimuth);
      if (!(moved < SUN_STEP_DEG) || look !== memory.look || changed) {
        memory.altitude = place.altitudeDeg;
        memory.azimuth = place.azimuthDeg;
        memory.look = look;
        const towards = uniforms.uSunDirection.value.set(...sunDirection(place));
        const moonlit = look === 'control-room' || place.altitudeDeg < 0;
        sun.position.copy(moonlit ? MOON : towards);
        if (!moonlit) sun.position.y = Math.max(sun.position.y, 0.05);
        const atmosphere = underWeather(atmosphereAt(place.altitudeDeg, look), stage.weather, look);
        paint(uniforms.uZenith.value, atmosphere.zenith);
        paint(uniforms.uHorizon.value, atmosphere.horizon);
        uniforms.uMistColour.value.setRGB(...atmosphere.mist);
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
        show(stage.weather, uniforms, footM);
        memory.pending = true;
      }
      litShares(clock, uniforms.uLit.value);
    }
    // What stood on ground that is opened throws no shadow any more.
    const opened = uniforms.uShowTunnels.value;
    if (opened !== memory.opened && (opened === 0 || opened === 1)) {
      memory.opened = opened;
      memory.pending = true;
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
    if (changed) stage.wake();
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

function show(weather: ShownWeather, uniforms: CityUniforms, footM: number): void {
  uniforms.uCloud.value = weather.cloud;
  uniforms.uWet.value = weather.wet;
  uniforms.uRain.value = weather.rainMmPerH;
  uniforms.uSnow.value.set(weather.groundSnow, weather.roadSnow, weather.panelSnow);
  uniforms.uMist.value.set(weather.airPerM, weather.fogPerM, footM, 1 / FOG_DEPTH_M);
}

function meanHeightM(heightsM: Float32Array): number {
  let sum = 0;
  for (const each of heightsM) sum += each;
  return heightsM.length > 0 ? sum / heightsM.length : 0;
}

function paint(color: Color, [r, g, b]: readonly [number, number, number]): void {
  color.setRGB(r, g, b, 'srgb');
}
