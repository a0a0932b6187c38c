/** Ground-source machines draw from boreholes of a hundred metres, whose mean is that of the ground at half their depth. */
export const BOREHOLE_DEPTH_M = 50;
