import { createContext, useContext } from 'react';
import type { EngineClient } from '../engine/engine-face';

const EngineContext = createContext<EngineClient | null>(null);

export const EngineProvider = EngineContext.Provider;

export function useEngine(): EngineClient {
  const engine = useContext(EngineContext);
  if (!engine) throw new Error('a panel asked for the engine outside of its provider');
  return engine;
}
