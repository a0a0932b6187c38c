/** Patterns that shaders draw with; coverage is the exact share of a pixel, so that thin lines fade and never crawl. */
export const patternGlsl = /* glsl */ `
/** Share of a pixel of width w around x that lies within ±h. */
float band(float x, float h, float w) {
  w = max(w, 1e-5);
  return clamp((min(x + 0.5 * w, h) - max(x - 0.5 * w, -h)) / w, 0.0, 1.0);
}
/** Share of a pixel covered by pulses of a length that repeat with a period, starting at 0. */
float pulses(float x, float period, float lengthM, float w) {
  w = max(w, 1e-5);
  float a = x - 0.5 * w;
  float b = x + 0.5 * w;
  float fa = floor(a / period);
  float fb = floor(b / period);
  return ((fb - fa) * lengthM + min(b - fb * period, lengthM) - min(a - fa * period, lengthM)) / w;
}
float chance(vec2 p) {
  uvec2 q = uvec2(ivec2(floor(p))) * uvec2(1597334673u, 3812015801u);
  uint n = (q.x ^ q.y) * 1597334673u;
  n = (n ^ (n >> 15)) * 2246822519u;
  return float((n ^ (n >> 13)) >> 8) / 16777216.0;
}
float softNoise(vec2 p) {
  vec2 i = floor(p);
  vec2 f = p - i;
  f = f * f * (3.0 - 2.0 * f);
  return mix(mix(chance(i), chance(i + vec2(1, 0)), f.x), mix(chance(i + vec2(0, 1)), chance(i + vec2(1, 1)), f.x), f.y);
}
`;
