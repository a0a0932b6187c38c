import fc from 'fast-check';

/**
 * Property tests draw the same cases every time, so that a red run is red for everybody. Other cases are drawn with
 * CITYLOOM_FUZZ_SEED=<number>; one that fails becomes an example in its test.
 */
fc.configureGlobal({ seed: Number(process.env.CITYLOOM_FUZZ_SEED ?? 20_261_120) });
