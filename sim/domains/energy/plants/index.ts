/** The door of the plants: the machines of a scene's stations, and what each kind of machine does. */
export * from './added';
export * from './bank';
export * from './energy-store';
export * from './gas-engine';
export * from './heat-pump';
export * from './part-load';
export * from './photovoltaic';
export * from './stations';
export * from './wind-turbine';
