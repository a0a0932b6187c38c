/** What is done with pairs of runs once they are lived: plain figures, no engine, so that a page can do it too. */
export * from './compare-edges';
export * from './compare-pairs';
export * from './compare-series';
export * from './compare-trips';
export * from './figures';
export * from './plan-pair';
export * from './report-diseases';
export * from './report-systems';
export * from './student-t';
export * from './verdict-of';
