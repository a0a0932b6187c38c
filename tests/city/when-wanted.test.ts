import { BehaviorSubject } from 'rxjs';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { foundSound } from '../../src/city/build/found-sound';
import { whenRestIsWanted } from '../../src/city/build/when-wanted';
import type { EngineClient, EngineStatus } from '../../src/engine';
import { useLook } from '../../src/state/look';

const opening = (step: 'fetching' | 'reading' | 'compiling' | 'starting') =>
  ({ kind: 'opening', step, share: 0 }) as const;

function engine(status: EngineStatus = opening('fetching')) {
  const status$ = new BehaviorSubject<EngineStatus>(status);
  return { status$, client: { status$ } as unknown as EngineClient };
}

afterEach(() => {
  useLook.getState().setShowTunnels(false);
  useLook.getState().setShowEnergy(false);
});

describe('what is not seen at first', () => {
  it('is built once, when the run stands', () => {
    const { status$, client } = engine();
    const build = vi.fn();
    whenRestIsWanted(client, build);
    status$.next(opening('starting'));
    expect(build).not.toHaveBeenCalled();
    status$.next({ kind: 'ready' });
    status$.next({ kind: 'seeking', share: 0.5 });
    expect(build).toHaveBeenCalledTimes(1);
  });

  it.each(['setShowTunnels', 'setShowEnergy'] as const)(
    'is built at once when somebody wants to see it (%s)',
    (show) => {
      const build = vi.fn();
      const waiting = whenRestIsWanted(engine().client, build);
      useLook.getState()[show](true);
      expect(build).toHaveBeenCalledTimes(1);
      waiting.unsubscribe();
    },
  );

  it('is built at once where it was to be seen from the beginning, where no run comes, and where it has failed', () => {
    const build = vi.fn();
    whenRestIsWanted(null, build);
    whenRestIsWanted(engine({ kind: 'failed', problems: [] }).client, build);
    useLook.getState().setShowTunnels(true);
    whenRestIsWanted(engine().client, build);
    expect(build).toHaveBeenCalledTimes(3);
  });

  it('is not built for who has gone', () => {
    const { status$, client } = engine();
    const build = vi.fn();
    whenRestIsWanted(client, build).unsubscribe();
    status$.next({ kind: 'ready' });
    useLook.getState().setShowTunnels(true);
    expect(build).not.toHaveBeenCalled();
  });
});

describe('a city that is judged elsewhere', () => {
  it('is sound once the engine has read it, and not before', async () => {
    const { status$, client } = engine();
    const said = vi.fn();
    const sound = foundSound(client).then(said);
    status$.next(opening('reading'));
    await Promise.resolve();
    expect(said).not.toHaveBeenCalled();
    status$.next(opening('compiling'));
    await sound;
    expect(said).toHaveBeenCalledWith(true);
  });

  it('is not where the engine could not open it, or has gone', async () => {
    expect(await foundSound(engine({ kind: 'failed', problems: [] }).client)).toBe(false);
    const gone = engine();
    const sound = foundSound(gone.client);
    gone.status$.complete();
    expect(await sound).toBe(false);
  });
});
