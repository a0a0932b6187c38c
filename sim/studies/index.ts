export * from './compare-study';
export * from './run-result';
export * from './run-study';
export * from './student-t';
export * from './sweep-plan';
