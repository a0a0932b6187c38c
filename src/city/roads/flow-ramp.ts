/**
 * Congestion as a ramp ordered by lightness: free flow is pale and quiet, a standstill dark and heavy, so that it reads
 * without colour vision and in grey print. Stops of ColorBrewer's YlGnBu kind, drawn by us, as displayed colours.
 */
export const flowRamp = ['#3b0f4f', '#8c2a68', '#cf4f52', '#ee9a4d', '#f3d88a', '#cfe3c4'] as const;

/** The ramp as GLSL: 0 standstill, 1 free flow. */
export function flowRampGlsl(): string {
  const linear = (part: number) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
  const colour = (hex: string) => {
    const value = Number.parseInt(hex.slice(1), 16);
    const parts = [value >> 16, (value >> 8) & 255, value & 255].map((part) => linear(part / 255).toFixed(4));
    return `vec3(${parts.join(', ')})`;
  };
  const steps = flowRamp
    .slice(1)
    .map((hex, i) => `c = mix(c, ${colour(hex)}, clamp(x * ${flowRamp.length - 1}.0 - ${i}.0, 0.0, 1.0));`);
  return `vec3 flowColour(float x) { vec3 c = ${colour(flowRamp[0])}; ${steps.join(' ')} return c; }`;
}
