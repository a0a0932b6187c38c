import { AdditiveBlending, type IUniform, type MeshLambertMaterial, ShaderMaterial } from 'three';
import { patchedMaterial } from '../stage/patched-material';
import type { CityUniforms } from '../stage/uniforms';
import { NEAR_COLUMNS } from './near-tracks';
import { FAR_SHAPE, Face } from './vehicle-shapes';
import { BODY_SHARE, kinds, wayGlsl } from './way';

export interface VehicleUniforms extends Record<string, IUniform> {
  uSpans: IUniform;
  uPoints: IUniform;
  uBlend: IUniform<number>;
  /** Of each track, whether its vehicles are drawn with wheels and windows. */
  uNear: IUniform;
}

const sizes = kinds.map(
  (kind) => `vec3(${kind.lengthM.toFixed(2)}, ${kind.heightM.toFixed(2)}, ${kind.widthM.toFixed(2)})`,
);

const head = /* glsl */ `
attribute float aFace;
uniform sampler2D uNear;
${wayGlsl}
vec3 sizeOf(int kind) {
  return kind == 1 ? ${sizes[1]} : kind == 2 ? ${sizes[2]} : kind == 3 ? ${sizes[3]} : ${sizes[0]};
}
/** An empty row, or one that is drawn nearer by in another shape: all that are far away are drawn as they come. */
bool isElsewhere() {
  int track = int(aRow.y >> 12) - 1;
  if (track < 0) return true;
  if (aFace < ${FAR_SHAPE - 0.5}) return false;
  return texelFetch(uNear, ivec2(track % ${NEAR_COLUMNS}, track / ${NEAR_COLUMNS}), 0).r > 0.5;
}
/** Front bumper, and the frame of the body: forward, up, left as columns. */
void place(out vec3 front, out mat3 body, out vec3 size, out int style) {
  Row row = unpacked();
  style = row.style;
  size = sizeOf(style & 7);
  float s = row.atM - (1.0 - uBlend) * row.comeM;
  front = onWay(s, row.tracks);
  vec3 rear = onWay(s - size.x * ${BODY_SHARE.toFixed(2)}, row.tracks);
  vec3 forward = normalize(front - rear + vec3(1e-6, 0.0, 0.0));
  vec3 left = normalize(vec3(forward.z, 0.0, -forward.x));
  body = mat3(forward, cross(left, forward) * -1.0, left);
  front += left * mix(row.sideBefore, row.side, uBlend) + vec3(0.0, 0.06, 0.0);
}
`;

/** Quiet paint: mostly whites, greys and near-blacks, now and then a colour, as on any street. */
const paints = [
  [0.86, 0.86, 0.85],
  [0.8, 0.81, 0.82],
  [0.5, 0.52, 0.54],
  [0.07, 0.075, 0.085],
  [0.3, 0.32, 0.35],
  [0.84, 0.82, 0.77],
  [0.42, 0.06, 0.05],
  [0.06, 0.14, 0.34],
  [0.13, 0.14, 0.16],
  [0.66, 0.67, 0.68],
  [0.1, 0.2, 0.19],
  [0.58, 0.48, 0.36],
  [0.88, 0.88, 0.87],
  [0.2, 0.24, 0.3],
  [0.62, 0.22, 0.06],
  [0.16, 0.3, 0.5],
];

export function vehicleMaterial(city: CityUniforms, vehicles: VehicleUniforms): MeshLambertMaterial {
  return patchedMaterial(
    {
      name: 'vehicle',
      uniforms: vehicles,
      vertexHead: `${head}
        flat varying float vFace;
        flat varying float vStyle;`,
      vertexNormal: /* glsl */ `
        vec3 front;
        vec3 size;
        mat3 body;
        int style;
        place(front, body, size, style);
        // From afar a vehicle is a sign of itself: larger than it is, in its true place, or nobody would see the traffic.
        float away = clamp((distance(front, cameraPosition) - 430.0) / 1100.0, 0.0, 1.0);
        size *= 1.0 + away * vec3(0.65, 0.8, 1.25);
        objectNormal = body * normal;
      `,
      vertexBody: /* glsl */ `
        transformed = isElsewhere() ? vec3(0.0) : front + body * (position * size);
        vFace = mod(aFace, ${FAR_SHAPE}.0);
        vStyle = float(style);
      `,
      fragmentHead: /* glsl */ `
        flat varying float vFace;
        flat varying float vStyle;
        vec3 paintOf(int i) {
          ${paints.map((paint, i) => `if (i == ${i}) return vec3(${paint.map((part) => part.toFixed(3)).join(', ')});`).join('\n')}
          return vec3(0.8);
        }
      `,
      fragmentBody: /* glsl */ `
        int style = int(vStyle + 0.5);
        int kind = style & 7;
        bool braking = style >= 128;
        vec3 view = normalize(vWorld - cameraPosition);
        vec3 n = normalize(vUp);
        vec3 paint = paintOf((style >> 3) & 15);
        if (kind == 2) paint = mix(paint, vec3(0.1, 0.42, 0.36), 0.75);
        if (kind == 3) paint = vec3(0.9, 0.9, 0.88);
        int face = int(vFace + 0.5);
        vec3 colour = paint;
        float shine = 0.0;
        if (face == ${Face.paint}) shine = 0.22;
        else if (face == ${Face.glass}) { colour = vec3(0.035, 0.045, 0.055); shine = 0.6; }
        else if (face == ${Face.trim}) colour = vec3(0.035);
        else if (face == ${Face.cargo}) colour = mix(vec3(0.74, 0.74, 0.72), paint, 0.25);
        else if (face == ${Face.shadow}) colour = mix(vec3(0.1), vec3(0.02, 0.026, 0.034), uRoom);
        else if (face == ${Face.head}) { colour = vec3(0.8); glow += vec3(1.0, 0.95, 0.85) * (0.08 + 2.2 * uNight); }
        else if (face == ${Face.tail}) {
          colour = vec3(0.3, 0.02, 0.015);
          glow += vec3(1.0, 0.05, 0.02) * (braking ? 1.1 : 0.5 * uNight);
        }
        if (kind == 3 && face == ${Face.glass} && n.y > 0.9) glow += vec3(0.05, 0.2, 1.0);
        float grazing = 0.15 + 0.85 * pow(1.0 - max(0.0, -dot(view, n)), 3.0);
        vec3 r = reflect(view, n);
        r.y = abs(r.y);
        glow += skyTowards(normalize(r)) * grazing * shine * (1.0 - 0.75 * uNight);
        if (n.y > 0.85 && face != ${Face.glass} && face != ${Face.shadow}) colour = mix(colour, vec3(0.8, 0.83, 0.87), 0.55 * uSnow.x);
        vec2 shade = shadeAndLight(vWorld);
        if (face != ${Face.shadow}) glow += LAMP * shade.g * uNight * colour * 0.5;
        colour = mix(colour, colour * vec3(0.5, 0.62, 0.78), uRoom);
        diffuseColor.rgb = colour;
      `,
    },
    city,
  );
}

/** What a vehicle's lamps throw on the road, drawn only when it is dark. */
export function beamMaterial(city: CityUniforms, vehicles: VehicleUniforms): ShaderMaterial {
  return new ShaderMaterial({
    name: 'beam',
    transparent: true,
    depthWrite: false,
    blending: AdditiveBlending,
    polygonOffset: true,
    polygonOffsetFactor: -4,
    polygonOffsetUnits: -40,
    uniforms: { ...vehicles, uNight: city.uNight },
    vertexShader: /* glsl */ `
      ${head}
      varying vec2 vAt;
      flat varying float vFace;
      flat varying float vBraking;
      void main() {
        vec3 front;
        vec3 size;
        mat3 body;
        int style;
        place(front, body, size, style);
        vAt = position.xz;
        vFace = mod(aFace, ${FAR_SHAPE}.0);
        vBraking = style >= 128 ? 1.0 : 0.0;
        // From afar the light is drawn larger than it is, or a street at night would lose its traffic.
        float far = clamp(distance(front, cameraPosition) / 500.0, 1.0, 2.8);
        vec3 reach = vec3(4.6 * min(far, 1.6), 1.0, 2.0 * far);
        if (position.x < 0.0) reach.x = size.x * min(far, 2.0);
        gl_Position = projectionMatrix * viewMatrix * vec4(isElsewhere() ? vec3(0.0) : front + body * (position * reach), 1.0);
      }
    `,
    fragmentShader: /* glsl */ `
      uniform float uNight;
      varying vec2 vAt;
      flat varying float vFace;
      flat varying float vBraking;
      void main() {
        vec3 light;
        if (vFace < ${Face.head}.5) {
          float far = vAt.x / 3.4;
          float side = abs(vAt.y) / mix(0.4, 1.5, far);
          light = vec3(1.0, 0.92, 0.74) * 0.34 * (1.0 - side * side) * pow(1.0 - far, 1.6) * smoothstep(0.0, 0.08, far);
        } else {
          float far = (-0.98 - vAt.x) / 0.72;
          light = vec3(1.0, 0.05, 0.02) * (0.22 + 0.6 * vBraking) * (1.0 - far) * (1.0 - far) * (1.0 - abs(vAt.y) * 1.5);
        }
        gl_FragColor = vec4(max(light, vec3(0.0)) * uNight, 1.0);
        #include <colorspace_fragment>
      }
    `,
  });
}
