/** The engine would print a line for every moment with a negative pressure; what it has to say it says by its codes. */
export const silent = { print: () => undefined, printErr: () => undefined };
