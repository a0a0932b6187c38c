import { describe, expect, it } from 'vitest';
import { compareWithAnalytic } from './analytic';
import { hasHeatReferences, heatReferencesBeside } from './folder';
import { compareWithOpenModelica } from './open-modelica';

const folder = heatReferencesBeside(import.meta.dirname);
const there = hasHeatReferences(folder);

describe.skipIf(!there)('the heat networks of pandapipes (skipped where their folder is absent)', () => {
  const analytic = there ? compareWithAnalytic(folder) : [];
  const byModelica = there ? compareWithOpenModelica(folder) : [];

  it('are there', () => {
    expect(analytic.length).toBeGreaterThanOrEqual(4);
    expect(byModelica.length).toBeGreaterThanOrEqual(4);
  });

  it.each(analytic)('settle as the formula says: $name, $values temperatures', ({ worstK }) => {
    expect(worstK).toBeLessThan(1e-5);
  });

  it.each(byModelica)('settle as in OpenModelica within 0.05 K: $name, $values temperatures', ({ worstK }) => {
    expect(worstK).toBeLessThan(0.05);
  });
});
