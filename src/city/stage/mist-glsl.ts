/**
 * Light lost on its way to the eye: evenly in rain, snow and haze, and in fog that lies on the ground and thins upwards
 * exponentially, so that a city seen from above is not gone and towers stand out of it. What falls never takes more than
 * two fifths of a far place, or nothing would be left to look at (ours); fog hides what it hides.
 */
export const mistGlsl = /* glsl */ `
uniform vec4 uMist;
uniform vec3 uMistColour;
float mistTowards(vec3 p) {
  float d = distance(cameraPosition, p);
  float a = max(cameraPosition.y - uMist.z, 0.0) * uMist.w;
  float b = max(p.y - uMist.z, 0.0) * uMist.w;
  float apart = a - b;
  float mean = abs(apart) < 0.002 ? exp(-a) : (exp(-b) - exp(-a)) / apart;
  float falling = 0.42 * (1.0 - exp(-uMist.x * d));
  return 1.0 - (1.0 - falling) * exp(-uMist.y * d * mean);
}
`;
