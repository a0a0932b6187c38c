import { describe, expect, it } from 'vitest';
import { compareFireTest, fireTestFiles, fireTestsBeside, hasFireTests, readFireTest } from './fire-tests';

const folder = fireTestsBeside(process.cwd());

describe.skipIf(!hasFireTests(folder))('fire tests in tunnels (skipped where shared data is absent)', () => {
  it('knows every file of both series that lies there', () => {
    expect(fireTestFiles(folder).length).toBeGreaterThanOrEqual(2);
  });

  for (const file of hasFireTests(folder) ? fireTestFiles(folder) : []) {
    it(`has ${file}’s ceiling within a quarter of its peak’s rise on the mean, and the peak within a metre`, () => {
      const found = compareFireTest(readFireTest(`${folder}/${file}`));
      expect(found.meanError).toBeLessThan(0.25);
      expect(Math.abs(found.predictedPeakM - found.measuredPeakM)).toBeLessThanOrEqual(1);
    });
  }
});
