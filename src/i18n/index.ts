export * from './catalogue';
export * from './city-words';
export * from './clock-time';
export * from './figure-groups';
export * from './quantity';
export * from './use-text';
