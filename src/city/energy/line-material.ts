import { GreaterDepth, type IUniform, LessEqualDepth, ShaderMaterial, type Texture, Vector2, Vector4 } from 'three';
import { LineKind, NO_ROW } from '../build/energy/built-energy';
import { flagGlsl } from '../stage/element-flags';
import { colourGlsl, rampGlsl } from '../stage/ramp-glsl';
import type { CityUniforms } from '../stage/uniforms';
import { FULL_GAS_KG_PER_S, FULL_WATER_KG_PER_S, LANE_M, LANE_PIXELS } from './drawn-sizes';
import { deadColour, deadTick, loadingRamp, overloadColour, partedColour } from './energy-colours';
import { ENERGY_COLUMNS, UNKNOWN_PIPE } from './energy-state';
import { pipeColoursGlsl } from './pipe-colours';

/** What both passes and the marks look at; shared by reference. */
export interface EnergyUniforms extends Record<string, IUniform> {
  uState: IUniform<Texture>;
  /** Pixels of the picture, and how many of them one of the page has. */
  uScreen: IUniform<Vector2>;
  uDpr: IUniform<number>;
  /** Metres that a pixel of the page covers at one metre from the eye. */
  uMetresAPixel: IUniform<number>;
  /** Length of a dash and its gap, in metres, for what the camera looks at; between it and twice as much by the share. */
  uPeriodM: IUniform<number>;
  uPeriodShare: IUniform<number>;
  /** 1 where electricity, heat, cold, gas are drawn. */
  uCarriers: IUniform<Vector4>;
  /** Dashes gone by, 0 to 1. */
  uPhase: IUniform<number>;
}

export function energyUniforms(state: Texture): EnergyUniforms {
  return {
    uState: { value: state },
    uScreen: { value: new Vector2(1, 1) },
    uDpr: { value: 1 },
    uMetresAPixel: { value: 1e-3 },
    uPeriodM: { value: 64 },
    uPeriodShare: { value: 0 },
    uPhase: { value: 0 },
    uCarriers: { value: new Vector4(1, 1, 1, 1) },
  };
}

const vertexShader = /* glsl */ `
attribute vec4 aFrom;
attribute vec4 aTo;
attribute vec4 aSides;
attribute vec2 aSign;
uniform sampler2D uState;
uniform vec2 uScreen;
uniform float uDpr;
uniform float uMetresAPixel;
uniform float uRoom;
uniform float uNearM;
uniform vec4 uCarriers;
flat varying vec3 vState;
flat varying int vKind;
flat varying float vLengthPx;
varying vec2 vPx;
varying float vW;
varying float vCore;
varying float vAlong;

/** Into its lane beside the middle of the trench. */
vec4 beside(vec3 place, vec2 side) {
  vec4 p = viewMatrix * vec4(place, 1.0);
  float stepM = max(${LANE_M.toFixed(1)}, ${LANE_PIXELS.toFixed(1)} * uMetresAPixel * max(-p.z, 1.0));
  return p + viewMatrix * vec4(side.x * stepM, 0.0, side.y * stepM, 0.0);
}

void main() {
  int row = int(aSign.x + 0.5);
  vKind = int(aSign.y + 0.5);
  vState = row == ${NO_ROW} ? vec3(0.0) : texelFetch(uState, ivec2(row % ${ENERGY_COLUMNS}, row / ${ENERGY_COLUMNS}), 0).rgb;
  vec4 a = beside(aFrom.xyz, aSides.xy);
  vec4 b = beside(aTo.xyz, aSides.zw);
  float alongA = aFrom.w;
  float alongB = aTo.w;
  gl_Position = vec4(2.0, 2.0, 2.0, 1.0);
  if (uCarriers[max(0, vKind - 1)] < 0.5) return;
  if (a.z > -uNearM && b.z > -uNearM) return;
  float cut = (-uNearM - a.z) / (b.z - a.z);
  if (a.z > -uNearM) { a = mix(a, b, cut); alongA = mix(alongA, alongB, cut); }
  else if (b.z > -uNearM) { b = mix(a, b, cut); alongB = mix(alongA, alongB, cut); }
  // A little towards the eye along the line of sight: the same place in the picture, free of the ground.
  vec4 ca = projectionMatrix * vec4(a.xyz * 0.9965, 1.0);
  vec4 cb = projectionMatrix * vec4(b.xyz * 0.9965, 1.0);
  vec2 sa = 0.5 * uScreen * ca.xy / ca.w;
  vec2 sb = 0.5 * uScreen * cb.xy / cb.w;
  vec2 way = sb - sa;
  float lengthPx = length(way);
  way = lengthPx > 1e-3 ? way / lengthPx : vec2(1.0, 0.0);
  bool isEnd = position.x > 0.5;
  float depthM = isEnd ? -b.z : -a.z;
  bool isPipe = vKind > ${LineKind.feeder};
  // A pipe is drawn wider the more goes through it: with the root, as flow grows with the square of a diameter.
  float full = vKind == ${LineKind.gas} ? ${FULL_GAS_KG_PER_S.toFixed(2)} : ${FULL_WATER_KG_PER_S.toFixed(1)};
  float much = isPipe ? sqrt(min(1.0, abs(vState.y) / full)) : 0.0;
  float least = vKind == ${LineKind.grid} ? 5.4 : isPipe ? 2.2 + 3.0 * much : 3.2;
  float widthM = vKind == ${LineKind.grid} ? 1.6 : isPipe ? 0.5 + 0.7 * much : 0.9;
  float flags = vState.z;
  if (flags > 0.5 && flags != 16.0) least += 2.5;
  float core = 0.5 * uDpr * max(least, widthM / (uMetresAPixel * depthM));
  float pad = isPipe ? uDpr * 0.8 : uDpr * mix(1.4, 4.5, uRoom);
  float reach = core + pad + 1.0;
  vec4 c = isEnd ? cb : ca;
  vec2 px = vec2(isEnd ? lengthPx + reach : -reach, position.y * reach);
  c.xy += (way * (isEnd ? reach : -reach) + vec2(-way.y, way.x) * px.y) / (0.5 * uScreen) * c.w;
  vPx = px * c.w;
  vW = c.w;
  vLengthPx = lengthPx;
  vCore = core;
  vAlong = isEnd ? alongB : alongA;
  gl_Position = c;
}
`;

const fragmentShader = /* glsl */ `
uniform float uRoom;
uniform float uDpr;
uniform float uPeriodM;
uniform float uPeriodShare;
uniform float uPhase;
uniform float uVeiled;
flat varying vec3 vState;
flat varying int vKind;
flat varying float vLengthPx;
varying vec2 vPx;
varying float vW;
varying float vCore;
varying float vAlong;
${flagGlsl}
${rampGlsl('loadingColour', loadingRamp)}
${pipeColoursGlsl}

/** Share of a step of so many pixels that lies in the first part of each period. */
float dash(float x, float share, float pixel) {
  float f = fract(x);
  return clamp((share - f) / pixel + 0.5, 0.0, 1.0) * clamp(f / pixel + 0.5, 0.0, 1.0) + clamp((f - 1.0) / pixel + 0.5, 0.0, 1.0);
}
/** Dashes that point where the power goes, for one length of period. */
float arrows(float along, float across, float metresPx, float periodM, float way) {
  float x = (along * way + across * metresPx * 0.9) / periodM - uPhase;
  return dash(x, 0.42, metresPx / periodM) * smoothstep(7.0, 14.0, periodM / metresPx / uDpr);
}

void main() {
  vec2 p = vPx / vW;
  float beyond = p.x - clamp(p.x, 0.0, vLengthPx);
  float d = length(vec2(beyond, p.y));
  float core = clamp(vCore - d + 0.5, 0.0, 1.0);
  float metresPx = max(1e-4, length(vec2(dFdx(vAlong), dFdy(vAlong))));
  float loading = vState.x;
  vec3 colour;
  float alpha = core;
  if (vKind > ${LineKind.feeder}) {
    bool isKnown = vState.x > ${(UNKNOWN_PIPE / 2).toFixed(1)};
    bool isGas = vKind == ${LineKind.gas};
    colour = pipeColour(vKind, isKnown, vState.x);
    if (isGas && isKnown && vState.x < -0.5) {
      // Without pressure: as lines without voltage.
      float rungs = dash(vAlong / (uPeriodM * 0.25), 0.3, metresPx / (uPeriodM * 0.25));
      colour = mix(${colourGlsl(deadColour)}, ${colourGlsl(deadTick)}, rungs);
    } else if (isKnown && abs(vState.y) > (isGas ? 1e-4 : 0.02)) {
      float way = sign(vState.y);
      float across = abs(p.y);
      float flow = mix(arrows(vAlong, across, metresPx, uPeriodM, way), arrows(vAlong, across, metresPx, uPeriodM * 2.0, way), uPeriodShare);
      colour = mix(colour, mix(vec3(1.0), colour * 0.35, 0.55 * (1.0 - uRoom)), 0.5 * flow);
    }
    alpha *= 0.9;
    float side = step(abs(beyond), 0.01);
    float around = clamp(vCore + uDpr * 0.8 - d + 0.5, 0.0, 1.0) * 0.45 * side;
    colour = mix(mix(vec3(0.02, 0.025, 0.035), vec3(0.004, 0.006, 0.01), uRoom), colour, alpha);
    alpha = max(alpha, around);
  } else {
    float periodM = uPeriodM;
    vec3 border = mix(vec3(0.02, 0.025, 0.035), vec3(0.004, 0.006, 0.01), uRoom);
    float borderAlpha = 0.7;
    float halo = 0.0;
    if (loading < -1.5) {
      // Parted: short dashes of a neutral grey.
      colour = ${colourGlsl(partedColour)} * mix(0.55, 1.5, uRoom);
      float there = dash(vAlong / (periodM * 0.28), 0.5, metresPx / (periodM * 0.28));
      alpha = clamp(0.62 * vCore - d + 0.5, 0.0, 1.0) * there;
      borderAlpha = 0.0;
    } else if (loading < -0.5) {
      // Without voltage: black with pale rungs, in a pale border, on any ground.
      float rungs = dash(vAlong / (periodM * 0.25), 0.3, metresPx / (periodM * 0.25));
      colour = mix(${colourGlsl(deadColour)}, ${colourGlsl(deadTick)}, rungs);
      border = ${colourGlsl(deadTick)};
      borderAlpha = 0.85;
    } else {
      colour = loadingColour(clamp(loading, 0.0, 1.0));
      if (loading > 1.0) {
        float stripes = dash((vAlong + p.y * metresPx) / (periodM * 0.3), 0.5, metresPx / (periodM * 0.3));
        colour = mix(${colourGlsl(overloadColour)}, vec3(1.0), 0.75 * stripes);
      }
      // Too little to tell a direction from is shown as no flow.
      if (abs(vState.y) > 0.5 && loading > 0.004 && loading <= 1.0) {
        float way = sign(vState.y);
        float across = abs(p.y);
        float flow = mix(arrows(vAlong, across, metresPx, periodM, way), arrows(vAlong, across, metresPx, periodM * 2.0, way), uPeriodShare);
        float light = dot(colour, vec3(0.2126, 0.7152, 0.0722));
        colour = light > 0.3 ? mix(colour, colour * 0.32, flow * 0.8) : mix(colour, mix(colour, vec3(1.0), 0.55), flow);
      }
      halo = uRoom;
    }
    vec4 tint = flagTint(vState.z);
    if (tint.a > 0.2) {
      border = tint.rgb;
      borderAlpha = 1.0;
      halo = 0.0;
    }
    // The border keeps to the sides: around an end it would lie over the next piece.
    float side = step(abs(beyond), 0.01);
    float around = clamp(vCore + uDpr * 1.4 - d + 0.5, 0.0, 1.0) * borderAlpha * side;
    float glow = halo * side * 0.34 * pow(clamp(1.0 - (d - vCore) / (4.5 * uDpr), 0.0, 1.0), 2.0);
    vec3 outside = mix(border, colour, glow > around * (1.0 - uRoom) ? uRoom : 0.0);
    float outsideAlpha = max(around * (1.0 - halo), glow);
    colour = mix(outside, colour, alpha);
    alpha = max(alpha, outsideAlpha);
  }
  alpha *= uVeiled > 0.5 ? 0.26 : 1.0;
  if (alpha < 0.01) discard;
  gl_FragColor = vec4(colour, alpha);
  #include <colorspace_fragment>
}
`;

/** Lines as wide as the screen needs. Veiled: only where the city stands before them, and faint. */
export function lineMaterial(city: CityUniforms, shared: EnergyUniforms, isVeiled: boolean): ShaderMaterial {
  return new ShaderMaterial({
    name: isVeiled ? 'energy-veiled' : 'energy-line',
    transparent: true,
    depthWrite: false,
    depthFunc: isVeiled ? GreaterDepth : LessEqualDepth,
    toneMapped: false,
    fog: false,
    uniforms: { ...shared, uRoom: city.uRoom, uNearM: { value: 1 }, uVeiled: { value: isVeiled ? 1 : 0 } },
    vertexShader,
    fragmentShader,
  });
}
