import { useFrame } from '@react-three/fiber';
import { useMemo } from 'react';
import { AdditiveBlending, BufferAttribute, BufferGeometry, Points, ShaderMaterial } from 'three';
import { mistGlsl } from '../stage/mist-glsl';
import { useStage } from '../stage/stage-context';
import { useOwned } from '../stage/use-owned';

/** Heads of street lamps as points of light, drawn only when it is dark. */
export function LampLayer() {
  const { city, uniforms } = useStage();
  const geometry = useOwned(() => {
    const made = new BufferGeometry();
    made.setAttribute('position', new BufferAttribute(city.lamps, 3));
    return made;
  }, [city]);
  const material = useOwned(
    () =>
      new ShaderMaterial({
        name: 'lamp',
        transparent: true,
        depthWrite: false,
        blending: AdditiveBlending,
        uniforms: {
          uNight: uniforms.uNight,
          uMist: uniforms.uMist,
          uMistColour: uniforms.uMistColour,
          uPixels: { value: 1_000 },
        },
        vertexShader: /* glsl */ `
          uniform float uPixels;
          ${mistGlsl}
          varying float vBright;
          void main() {
            vec4 p = viewMatrix * vec4(position, 1.0);
            gl_Position = projectionMatrix * p;
            float size = 1.5 * uPixels / -p.z;
            gl_PointSize = clamp(size, 2.4, 34.0);
            vBright = min(1.0, 0.42 + size / 20.0) * exp(p.z / 4200.0) * (1.0 - 0.85 * mistTowards(position));
            // In fog a lamp is a ball of light.
            gl_PointSize *= 1.0 + 0.9 * min(1.0, uMist.y * 60.0);
          }
        `,
        fragmentShader: /* glsl */ `
          uniform float uNight;
          varying float vBright;
          void main() {
            float d = length(gl_PointCoord - 0.5) * 2.0;
            float core = smoothstep(0.3, 0.1, d) + 0.4 * pow(max(0.0, 1.0 - d), 2.2);
            gl_FragColor = vec4(vec3(1.0, 0.72, 0.42) * core * vBright * uNight, 1.0);
            #include <colorspace_fragment>
          }
        `,
      }),
    [uniforms],
  );
  const points = useMemo(() => {
    const all = new Points(geometry, material);
    all.frustumCulled = false;
    all.renderOrder = 4;
    return all;
  }, [geometry, material]);
  useFrame(({ size, viewport }) => {
    points.visible = uniforms.uNight.value > 0.02 && city.lamps.length > 0;
    material.uniforms.uPixels.value = size.height * viewport.dpr;
  });
  return <primitive object={points} />;
}
