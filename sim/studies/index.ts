export * from './compare-study';
export * from './compare-trips';
export * from './paired-figures';
export * from './run-result';
export * from './run-study';
export * from './sankey';
export * from './student-t';
export * from './sweep-plan';
