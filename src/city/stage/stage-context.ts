import { createContext, useContext } from 'react';
import type { Stage } from './stage';

export const StageContext = createContext<Stage | null>(null);

export function useStage(): Stage {
  const stage = useContext(StageContext);
  if (!stage) throw new Error('a layer of the city was used outside of a city');
  return stage;
}
