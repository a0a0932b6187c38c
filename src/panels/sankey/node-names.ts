import type { Catalogue } from '../../i18n';
import type { CarrierColour } from '../../ui/carrier-colours';
import type { DrawnLink, DrawnNode, NodeName } from './sankey-graph';

const keeps: readonly NodeName[] = ['battery', 'heat-store', 'cold-store', 'stock'];

/** What a box is called: a store by what it does there. */
export function nodeName({ of, side }: Pick<DrawnNode, 'of' | 'side'>, { flows }: Catalogue): string {
  if (of.startsWith('heat-') && !(of in flows.nodes)) return flows.level({ celsius: Number(of.slice('heat-'.length)) });
  const what = flows.nodes[of as keyof typeof flows.nodes] ?? of;
  if (!keeps.includes(of)) return what;
  return side === 'gives' ? flows.outOf({ what }) : flows.into({ what });
}

export function colourOf({ carrier, isWarmth }: Pick<DrawnLink, 'carrier' | 'isWarmth'>): CarrierColour {
  return carrier === 'heat' && isWarmth ? 'warmth' : carrier;
}
