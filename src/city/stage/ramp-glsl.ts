/** A colour as displayed, '#rrggbb', as a linear vec3 of GLSL. */
export function colourGlsl(hex: string): string {
  const value = Number.parseInt(hex.slice(1), 16);
  const parts = [value >> 16, (value >> 8) & 255, value & 255].map((part) => linear(part / 255).toFixed(4));
  return `vec3(${parts.join(', ')})`;
}

/** A function of GLSL that runs through colours as x goes from 0 to 1. */
export function rampGlsl(name: string, stops: readonly string[]): string {
  const steps = stops
    .slice(1)
    .map((hex, i) => `c = mix(c, ${colourGlsl(hex)}, clamp(x * ${stops.length - 1}.0 - ${i}.0, 0.0, 1.0));`);
  return `vec3 ${name}(float x) { vec3 c = ${colourGlsl(stops[0])}; ${steps.join(' ')} return c; }`;
}

function linear(part: number): number {
  return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
}
