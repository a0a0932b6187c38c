/** Why an element of the city is tinted; bits of a byte in the state textures. */
export const Flag = { hovered: 1, selected: 2, chosen: 4, marked: 8, valid: 16, offered: 32 } as const;

/**
 * One grammar in both looks: blue is what you point at and hold, amber what you are choosing, violet
 * what carries a change. What may be chosen is washed with blue; where that is few places in a whole city, strongly.
 */
export const flagGlsl = /* glsl */ `
vec4 flagTint(float bits) {
  int f = int(bits + 0.5);
  if ((f & 4) != 0) return vec4(0.95, 0.52, 0.04, 0.85);
  if ((f & 2) != 0) return vec4(0.05, 0.3, 0.85, 0.6);
  if ((f & 1) != 0) return vec4(0.1, 0.42, 0.95, 0.34);
  if ((f & 8) != 0) return vec4(0.38, 0.16, 0.75, 0.65);
  if ((f & 32) != 0) return vec4(0.1, 0.42, 0.95, 0.6);
  if ((f & 16) != 0) return vec4(0.16, 0.5, 0.85, 0.16);
  return vec4(0.0);
}
`;
