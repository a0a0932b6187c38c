import { useEffect, useMemo } from 'react';

interface Disposable {
  dispose(): void;
}

/** Something made once for a layer and disposed of with it. */
export function useOwned<T extends Disposable>(make: () => T, from: readonly unknown[]): T {
  // biome-ignore lint/correctness/useExhaustiveDependencies: the caller says what it is made from
  const made = useMemo(make, from);
  useEffect(() => () => made.dispose(), [made]);
  return made;
}
