import { DoubleSide, type IUniform, ShaderMaterial, type Texture, type Vector2, type Vector3 } from 'three';
import { type EquipmentKind, equipmentKinds } from '../../../sim';
import { laidKinds } from '../../state/gallery-lines';
import { deadColour, loadingRamp, overloadColour, partedColour } from '../energy/energy-colours';
import { colourGlsl, rampGlsl } from '../stage/ramp-glsl';
import { laidColours, waterColour } from '../tunnels/tunnel-colours';
import { insideGlsl } from './inside-glsl';
import { InsidePart } from './inside-writer';

/** What everything inside a compartment looks at. */
export interface WalkUniforms extends Record<string, IUniform> {
  /** Where the eye is and where it looks, in the corridor's measures. */
  uEye: IUniform<Vector3>;
  uLook: IUniform<Vector3>;
  uHeight: IUniform<number>;
  uHalf: IUniform<number>;
  uLampLeft: IUniform<number>;
  uDay: IUniform<number>;
  /** Runs from 0 to 1 and begins again. */
  uTime: IUniform<number>;
  /** Along the gallery, strength, and whether there is any. */
  uFire: IUniform<Vector3>;
  uLayers: IUniform<Texture>;
  uLayerFrom: IUniform<number>;
  /** From and to which metre there is anything. */
  uLayerRange: IUniform<Vector2>;
  uHasLayers: IUniform<number>;
  uLines: IUniform<Texture>;
}

/** What differs from section to section. */
export interface SectionUniforms extends Record<string, IUniform> {
  uFrom: IUniform<number>;
  uTo: IUniform<number>;
  uLit: IUniform<number>;
  uTorch: IUniform<number>;
  /** Height of the water in the section's own frame; far below where there is none. */
  uWaterY: IUniform<number>;
  /** 1 once something has burnt here. */
  uSoot: IUniform<number>;
}

/** So far down lies water where there is none. */
export const NO_WATER_Y = -1_000;

export function sectionUniforms(fromM: number, toM: number): SectionUniforms {
  return {
    uFrom: { value: fromM },
    uTo: { value: toM },
    uLit: { value: 1 },
    uTorch: { value: 0 },
    uWaterY: { value: NO_WATER_Y },
    uSoot: { value: 0 },
  };
}

const vertexShader = /* glsl */ `
attribute vec3 aPlace;
attribute vec4 aNormal;
attribute vec4 aSign;
#ifdef MOVES
uniform vec3 uAt;
uniform vec2 uTurn;
#endif
varying vec3 vPlace;
varying vec3 vNormal;
varying float vY;
flat varying ivec3 vSign;
void main() {
  vec3 at = position;
  vNormal = aNormal.xyz;
  vPlace = aPlace;
#ifdef MOVES
  // Doors turn about their hinge, fans about their axle; both are written about it.
  float c = cos(uTurn.x);
  float s = sin(uTurn.x);
  mat2 turn = mat2(c, s, -s, c);
  if (uTurn.y > 0.5) { at.yz = turn * at.yz; vNormal.yz = turn * vNormal.yz; }
  else { at.xz = turn * at.xz; vNormal.xz = turn * vNormal.xz; }
  vPlace = uAt + at;
#endif
  vSign = ivec3(aSign.xyz + 0.5);
  vec4 local = modelMatrix * vec4(at, 1.0);
  vY = at.y;
  gl_Position = projectionMatrix * modelViewMatrix * vec4(at, 1.0);
}
`;

const gear = (kind: EquipmentKind) => equipmentKinds.indexOf(kind);

const fragmentShader = /* glsl */ `
varying vec3 vPlace;
varying vec3 vNormal;
varying float vY;
flat varying ivec3 vSign;
uniform float uWaterY;
uniform float uSoot;
uniform sampler2D uLines;
${insideGlsl}
${rampGlsl('loadingColour', loadingRamp)}
vec3 laidColour(int kind) {
  ${laidKinds.map((kind, i) => `if (kind == ${i}) return ${colourGlsl(laidColours[kind])};`).join('\n  ')}
  return vec3(0.3);
}
/** Concrete: boards of the formwork, holes of its ties, a joint every thirty metres, and where damp has come through. */
vec3 concrete(vec3 base, vec2 at, vec2 px) {
  float fine = 1.0 - smoothstep(0.02, 0.12, max(px.x, px.y));
  float grain = softNoise(at * 1.3) * 0.6 + softNoise(at * 6.0) * 0.4 * fine;
  vec3 colour = base * (0.9 + 0.16 * grain);
  colour *= 1.0 - 0.22 * pulses(at.x, 2.4, 0.012, px.x) - 0.16 * pulses(at.y + 0.02, 1.2, 0.01, px.y);
  vec2 tie = vec2(mod(at.x, 2.4) - 0.6, mod(at.y, 1.2) - 0.6);
  colour *= 1.0 - 0.35 * fine * (1.0 - smoothstep(0.018, 0.026, length(vec2(min(abs(tie.x), abs(tie.x - 1.2)), tie.y))));
  float damp = smoothstep(0.62, 0.85, softNoise(vec2(at.x * 0.21 + 7.0, at.y * 0.35)));
  return colour * (1.0 - 0.13 * damp);
}
void main() {
  vec3 p = vPlace;
  vec3 n = normalize(vNormal);
  vec3 away = uEye - p;
  float metres = length(away);
  int part = vSign.x;
  int kind = vSign.y;
  vec3 px = fwidth(p);
  vec3 glow = vec3(0.0);
  vec3 colour = vec3(0.5);
  float gloss = 0.0;
  // Thin things are seen from both sides.
  if (part >= ${InsidePart.steel} && dot(n, away) < 0.0) n = -n;
  if (part == ${InsidePart.floor}) {
    // Painted floor: a way between two lines, a gutter beside the wall.
    colour = vec3(0.2, 0.245, 0.235) * (0.92 + 0.14 * softNoise(p.xz * 2.3));
    float line = band(abs(p.z - uLampLeft) - 0.46, 0.03, px.z);
    colour = mix(colour, vec3(0.72, 0.55, 0.1), 0.85 * line);
    float gutter = band(uHalf - p.z - 0.1, 0.07, px.z);
    colour *= 1.0 - 0.6 * gutter;
    colour *= 1.0 - 0.25 * pulses(p.x, 30.0, 0.05, px.x);
    gloss = 0.35 * (1.0 - gutter);
  } else if (part == ${InsidePart.wall}) {
    colour = concrete(vec3(0.56, 0.555, 0.535), p.xy, px.xy);
    colour *= 1.0 - 0.4 * pulses(p.x, 30.0, 0.03, px.x);
    // Every hundred metres a band, so that the way is measured.
    colour = mix(colour, vec3(0.05, 0.26, 0.42), 0.9 * band(mod(p.x + 50.0, 100.0) - 50.0, 0.09, px.x));
  } else if (part == ${InsidePart.roof}) {
    colour = concrete(vec3(0.5, 0.5, 0.49), p.xz, px.xz);
  } else if (part == ${InsidePart.bulkhead}) {
    colour = concrete(vec3(0.55, 0.55, 0.53), p.zy, px.zy);
    float stripe = band(p.y - 2.35, 0.05, px.y);
    colour = mix(colour, vec3(0.55, 0.06, 0.05), 0.85 * stripe);
  } else if (part == ${InsidePart.shaft}) {
    colour = concrete(vec3(0.46, 0.46, 0.45), vec2(p.x + p.z, p.y), vec2(px.x + px.z, px.y));
    if (kind < 2) glow += colour * uDay * vec3(0.5, 0.57, 0.65) * smoothstep(uHeight, uHeight + 4.0, p.y);
  } else if (part == ${InsidePart.shaftTop}) {
    float bars = pulses(p.x, 0.12, 0.05, px.x);
    colour = vec3(0.16);
    if (kind < 2) glow += vec3(0.75, 0.85, 0.95) * uDay * (1.0 - bars);
    else if (kind != 3) glow += vec3(0.5, 0.56, 0.6) * uDay * (1.0 - smoothstep(0.0, 0.03, abs(abs(p.z) - 0.42))) * 0.6;
  } else if (part == ${InsidePart.steel}) {
    colour = vec3(0.3, 0.315, 0.32) * (0.94 + 0.12 * softNoise(p.xy * 9.0));
    gloss = 0.25;
  } else if (part == ${InsidePart.tray}) {
    float rung = pulses(p.x, 0.3, 0.045, px.x);
    if (px.x < 0.12 && rung < 0.45) discard;
    colour = vec3(0.3, 0.31, 0.315) * mix(1.0, 0.45, smoothstep(0.05, 0.15, px.x));
    gloss = 0.15;
  } else if (part == ${InsidePart.cable}) {
    float loading = texelFetch(uLines, ivec2(vSign.z, 0), 0).x;
    vec3 shown = laidColour(kind);
    if (kind == ${laidKinds.indexOf('cable')}) {
      shown = loadingColour(clamp(loading, 0.0, 1.0));
      if (loading > 1.0) shown = ${colourGlsl(overloadColour)} * (0.7 + 0.6 * step(0.5, fract(p.x * 1.5)));
      if (loading < -0.5) shown = mix(${colourGlsl(deadColour)}, vec3(0.5), 0.5 * pulses(p.x, 1.0, 0.12, px.x));
      if (loading < -1.5) shown = ${colourGlsl(partedColour)};
    }
    colour = mix(vec3(0.03), shown, 0.82);
    gloss = 0.3;
  } else if (part == ${InsidePart.pipe}) {
    colour = laidColour(kind) * 0.92;
    bool isWarm = kind == ${laidKinds.indexOf('heat')} || kind == ${laidKinds.indexOf('cooling')};
    if (isWarm) {
      // Insulated in sheet metal, with bands of its colour.
      vec3 sheet = vec3(0.46, 0.47, 0.48) * (0.95 + 0.08 * softNoise(vec2(p.x * 3.0, p.y * 20.0)));
      colour = mix(sheet, colour, pulses(p.x, 4.0, 1.1, px.x));
      colour *= 1.0 - 0.3 * pulses(p.x + 0.5, 1.0, 0.015, px.x);
      gloss = 0.5;
    } else {
      colour *= 1.0 - 0.12 * pulses(p.x, 6.0, 0.05, px.x);
      gloss = 0.45;
    }
  } else if (part == ${InsidePart.lamp}) {
    colour = vec3(0.55);
    glow += vec3(1.0, 0.98, 0.93) * 1.5 * uLit;
  } else if (part == ${InsidePart.sign}) {
    colour = vec3(0.02, 0.3, 0.14);
    vec2 at = vec2(p.z - uLampLeft, p.y - uHeight + 0.31);
    float arrow = band(at.x, 0.13, px.z) * band(at.y, 0.015, px.y);
    arrow = max(arrow, band(abs(at.x - 0.1) + abs(at.y) - 0.03, 0.03, px.y + px.z));
    colour = mix(colour, vec3(0.85), arrow);
    glow += colour * 0.9 * uLit;
  } else if (part == ${InsidePart.rung}) {
    // Leaves of doors: grey-red, with a plate to push and a window's worth of sign.
    colour = vec3(0.34, 0.1, 0.085) * (0.95 + 0.08 * softNoise(p.zy * 8.0));
    gloss = 0.25;
  } else {
    colour = vec3(0.5);
    if (kind == ${gear('fan')}) colour = vec3(0.13, 0.2, 0.27);
    else if (kind == ${gear('sump-pump')}) colour = vec3(0.05, 0.17, 0.36);
    else if (kind == ${gear('gas-detector')}) colour = vec3(0.66, 0.46, 0.05);
    else if (kind == ${gear('oxygen-sensor')}) colour = vec3(0.1, 0.3, 0.55);
    else if (kind == ${gear('shut-off-valve')} || kind == ${gear('suppression')}) colour = vec3(0.55, 0.05, 0.04);
    else if (kind == ${gear('camera')}) colour = vec3(0.05);
    else if (kind == ${gear('low-voltage-board')}) {
      colour = vec3(0.52, 0.53, 0.5) * (1.0 - 0.5 * pulses(p.y, 0.6, 0.012, px.y));
      if (abs(p.y - 1.55) < 0.02) glow += vec3(0.1, 0.9, 0.3) * uLit * step(0.5, fract(p.x * 12.0));
    }
    gloss = 0.3;
  }
  if (uSoot > 0.0 && p.y > 0.8) colour *= mix(1.0, 0.16, uSoot * smoothstep(0.8, 2.2, p.y));
  vec3 light = lightOn(p, n);
  colour = colour * light + glow;
  if (gloss > 0.0 && uLit > 0.0) {
    // Lamps mirrored in paint and metal.
    vec3 r = reflect(-away / metres, n);
    float up = max(r.y, 0.02);
    vec2 hit = p.xz + r.xz * (uHeight - 0.1 - p.y) / up;
    float along = mod(hit.x - uFrom - 6.6 + 5.0, 10.0) - 5.0;
    float strip = smoothstep(1.4, 0.3, abs(along)) * smoothstep(0.7, 0.05, abs(hit.y - uLampLeft));
    float grazing = pow(1.0 - max(dot(n, away / metres), 0.0), 3.0);
    colour += vec3(1.0, 0.97, 0.9) * uLit * gloss * strip * step(0.03, r.y) * (0.05 + 0.5 * grazing);
  }
  if (vY < uWaterY) {
    // Under water: what is left of the light, and the water's own colour.
    float depth = uWaterY - vY;
    vec3 water = ${colourGlsl(waterColour)} * (0.12 + 0.5 * uLit + 0.25 * uTorch);
    colour = mix(water * 0.7, colour * vec3(0.6, 0.82, 0.86), exp(-1.1 * depth));
  }
  float grain = fract(52.9829189 * fract(dot(gl_FragCoord.xy, vec2(0.06711056, 0.00583715))));
  vec4 air = through(p, metres, grain);
  gl_FragColor = vec4(colour * air.a + air.rgb, 1.0);
  #include <tonemapping_fragment>
  #include <colorspace_fragment>
}
`;

export interface TurnUniforms extends Record<string, IUniform> {
  uAt: IUniform<Vector3>;
  /** Angle, and 1 where it turns about the gallery's direction (fans), 0 about the vertical (doors). */
  uTurn: IUniform<{ x: number; y: number }>;
}

/** Everything solid in a section; with `turn`, a part of it that turns as one. */
export function insideMaterial(shared: WalkUniforms, own: SectionUniforms, turn?: TurnUniforms): ShaderMaterial {
  return new ShaderMaterial({
    name: turn ? 'inside-moving' : 'inside',
    side: DoubleSide,
    fog: false,
    ...(turn && { defines: { MOVES: '' } }),
    uniforms: { ...shared, ...own, ...turn },
    vertexShader,
    fragmentShader,
  });
}
