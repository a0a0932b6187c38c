import { filter, firstValueFrom, map } from 'rxjs';
import type { EngineClient } from '../../engine/engine-face';

/** Whether the engine, which reads the city's files strictly, has found them sound; false where it could not open them. */
export function foundSound(engine: EngineClient): Promise<boolean> {
  const judged$ = engine.status$.pipe(
    filter((status) => status.kind !== 'opening' || status.step === 'compiling' || status.step === 'starting'),
    map(({ kind }) => kind !== 'failed'),
  );
  return firstValueFrom(judged$, { defaultValue: false });
}
