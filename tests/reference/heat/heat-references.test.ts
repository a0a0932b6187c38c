import { describe, expect, it } from 'vitest';
import { compareWithAnalytic } from './analytic';
import { hasHeatReferences, heatReferences } from './folder';
import { compareWithOpenModelica } from './open-modelica';

describe.skipIf(!hasHeatReferences)('the heat networks of pandapipes (skipped where their folder is absent)', () => {
  const analytic = hasHeatReferences ? compareWithAnalytic(heatReferences) : [];
  const byModelica = hasHeatReferences ? compareWithOpenModelica(heatReferences) : [];

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
