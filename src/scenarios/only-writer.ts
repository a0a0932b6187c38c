/**
 * One tab at a time writes a scenario. Locks belong to the browser: a tab that is closed or dies lets go of its own.
 * Where there are none (an insecure address), the shelf alone refuses to overwrite what another tab wrote.
 */
export interface WritersHold {
  letGo(): void;
}

/** Null where another tab holds it; `onLost` when another tab took it over. */
export function holdAsWriter(id: string, takeOver: boolean, onLost: () => void): Promise<WritersHold | null> {
  const locks = globalThis.navigator?.locks;
  if (!locks) return Promise.resolve({ letGo: () => {} });
  return new Promise((resolve) => {
    let release = () => {};
    const held = new Promise<void>((end) => {
      release = end;
    });
    locks
      .request(`cityloom.scenario.${id}`, takeOver ? { steal: true } : { ifAvailable: true }, (lock) => {
        if (!lock) return resolve(null);
        resolve({ letGo: release });
        return held;
      })
      // Only a lock that was taken away ends in a rejection.
      .catch(onLost);
  });
}
