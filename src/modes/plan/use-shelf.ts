import { useEffect, useState } from 'react';
import { optionsInAddress } from '../../engine';
import { openDatabaseShelf } from '../../scenarios/database-shelf';
import { memoryShelf } from '../../scenarios/memory-shelf';
import { scenarioInFragment } from '../../scenarios/share-link';
import type { Shelf } from '../../scenarios/shelf';
import { bring, keepEdits, openScenarios, outdated, type ShelfTrouble, useScenarios } from '../../state/scenarios';

/** An old tab that does not let go of the database, or a browser that never answers, must not keep the city closed. */
const PATIENCE_MS = 3_000;

/** Opens what this browser keeps of the scene's scenarios, and what a link brings; true once the city may open. */
export function useShelf(sceneId: string): boolean {
  const [openFor, setOpenFor] = useState<string | null>(null);
  useEffect(() => {
    let isOver = false;
    void open(sceneId).then(() => !isOver && setOpenFor(sceneId));
    const stop = keepEdits();
    return () => {
      isOver = true;
      stop();
    };
  }, [sceneId]);
  return openFor === sceneId;
}

async function open(sceneId: string): Promise<void> {
  const [shelf, trouble] = await aShelf();
  const brought = await scenarioInFragment(location.hash);
  if (brought) history.replaceState(null, '', location.pathname + location.search);
  // An address that says when or in which weather asks for that run, and not for what was open last.
  const asksForRun = optionsInAddress(location.search, sceneId).scenario !== undefined;
  await openScenarios(sceneId, shelf, trouble, asksForRun ? '' : null);
  if (!brought) return;
  if (!brought.ok) return useScenarios.setState({ refused: [{ source: null, problems: brought.problems }] });
  const { id } = await bring(brought.value);
  await openScenarios(sceneId, shelf, trouble, id);
}

async function aShelf(): Promise<readonly [Shelf, ShelfTrouble]> {
  const patience = new Promise<null>((resolve) => setTimeout(resolve, PATIENCE_MS, null));
  try {
    const shelf = await Promise.race([openDatabaseShelf({ onOutdated: outdated }), patience]);
    return shelf ? [shelf, null] : [memoryShelf(), 'no-database'];
  } catch (error) {
    const isNewer = error instanceof DOMException && error.name === 'VersionError';
    return [memoryShelf(), isNewer ? 'outdated' : 'no-database'];
  }
}
