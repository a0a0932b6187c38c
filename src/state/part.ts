import { useEffect, useState } from 'react';
import { useChrome } from './chrome';

/**
 * Code that comes when it is first wanted, and is kept. Where it does not come, which is a line gone dead or a server that
 * has another version by now, the page says so; it is asked for again when it is next wanted.
 */
export function usePart<Part>(isWanted: boolean, load: () => Promise<Part>): Part | null {
  const [part, setPart] = useState<Part | null>(null);
  const isMissing = isWanted && part === null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is loaded is the same every time
  useEffect(() => {
    if (!isMissing) return;
    let isGone = false;
    load().then(
      (loaded) => !isGone && setPart(() => loaded),
      () => !isGone && useChrome.getState().missPart(true),
    );
    return () => {
      isGone = true;
    };
  }, [isMissing]);
  return part;
}
