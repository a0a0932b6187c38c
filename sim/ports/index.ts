export * from './catalogue';
export * from './domain';
export * from './jobs';
export * from './knobs';
export * from './kpis';
export * from './trips';
