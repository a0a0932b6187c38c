export * from './catalogue';
export * from './domain';
export * from './energy-flows';
export * from './jobs';
export * from './knob-values';
export * from './knobs';
export * from './kpis';
export * from './trips';
