/**
 * Loading of a line over its rating, ordered by lightness from quiet to bright, so that it reads without colour vision
 * on pale ground and on dark (each line has a dark border). Stops of the viridis kind, drawn by us, as displayed.
 */
export const loadingRamp = ['#4a5fb0', '#2f86a6', '#3aa98a', '#8cc751', '#f5d93b'] as const;

/** Beyond its rating a line is no longer on the ramp: the colour of alarms, and striped. */
export const overloadColour = '#d81f2c';
export const deadColour = '#17191d';
export const deadTick = '#e4e6ea';
export const partedColour = '#7d8794';
