import { useEffect, useState } from 'react';
import { optionsInAddress } from '../../engine';
import { openDatabaseShelf } from '../../scenarios/database-shelf';
import { newerDatabase } from '../../scenarios/newer-database';
import { pageShelf } from '../../scenarios/page-shelf';
import { scenarioInFragment } from '../../scenarios/share-link';
import type { Shelf } from '../../scenarios/shelf';
import {
  bring,
  gone,
  keepEdits,
  openScenarios,
  outdated,
  type ShelfTrouble,
  settleOn,
  useScenarios,
  wouldLose,
} from '../../state/scenarios';

/** An old tab that does not let go of the database, or a browser that never answers, must not keep the city closed. */
const PATIENCE_MS = 3_000;
/** How long a database that was taken away is given before it is asked for again. */
const ASK_AGAIN_MS = 2_000;

/** Opens what this browser keeps of the scene's scenarios, and what a link brings; true once the city may open. */
export function useShelf(sceneId: string): boolean {
  const [openFor, setOpenFor] = useState<string | null>(null);
  useEffect(() => {
    let isOver = false;
    void open(sceneId).then(() => !isOver && setOpenFor(sceneId));
    const stop = keepEdits();
    window.addEventListener('beforeunload', askBeforeLosing);
    return () => {
      isOver = true;
      stop();
      window.removeEventListener('beforeunload', askBeforeLosing);
    };
  }, [sceneId]);
  return openFor === sceneId;
}

/** The browser asks in its own words whether to leave. */
function askBeforeLosing(event: BeforeUnloadEvent): void {
  if (wouldLose()) event.preventDefault();
}

async function open(sceneId: string): Promise<void> {
  const found = await aShelf(sceneId);
  const shelf = pageShelf(found.shelf);
  const brought = await scenarioInFragment(location.hash);
  if (brought) history.replaceState(null, '', location.pathname + location.search);
  // An address that says when or in which weather asks for that run, and not for what was open last.
  const asksForRun = optionsInAddress(location.search, sceneId).scenario !== undefined;
  await openScenarios(sceneId, shelf, found.trouble, asksForRun ? '' : null);
  found.late?.then(settleOn, () => undefined);
  if (!brought) return;
  if (!brought.ok) return useScenarios.setState({ refused: [{ source: null, problems: brought.problems }] });
  const { id } = await bring(brought.value);
  await openScenarios(sceneId, shelf, useScenarios.getState().trouble, id);
}

interface FoundShelf {
  readonly shelf: Shelf | null;
  readonly trouble: ShelfTrouble;
  /** The database, should it still come. */
  readonly late?: Promise<Shelf>;
}

async function aShelf(city: string): Promise<FoundShelf> {
  const patience = new Promise<'no-database'>((resolve) => setTimeout(resolve, PATIENCE_MS, 'no-database'));
  let sayHeld = (_: 'held') => {};
  const held = new Promise<'held'>((resolve) => {
    sayHeld = resolve;
  });
  const opening = openDatabaseShelf({ onHeld: () => sayHeld('held'), onOutdated: outdated, onGone: askAgain });
  try {
    const first = await Promise.race([opening, held, patience]);
    return typeof first === 'string' ? { shelf: null, trouble: first, late: opening } : { shelf: first, trouble: null };
  } catch (error) {
    const isNewer = error instanceof DOMException && error.name === 'VersionError';
    if (!isNewer) return { shelf: null, trouble: 'no-database' };
    return { shelf: await newerDatabase(city).catch(() => null), trouble: 'newer' };
  }
}

/** The database was taken away: asked for until it is there again. */
function askAgain(): void {
  gone();
  const ask = () =>
    openDatabaseShelf({ onHeld: () => undefined, onOutdated: outdated, onGone: askAgain }).then(settleOn, () =>
      setTimeout(ask, ASK_AGAIN_MS),
    );
  setTimeout(ask, ASK_AGAIN_MS);
}
