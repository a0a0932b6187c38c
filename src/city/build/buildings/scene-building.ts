import type { Scene } from '../../../../sim';

export type Building = NonNullable<Scene['buildings']>['buildings'][number];
