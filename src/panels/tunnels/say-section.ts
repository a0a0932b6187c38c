import { type Catalogue, formatSetting, type Language } from '../../i18n';
import type { SectionNow, Trouble } from '../../state/section-state';
import type { IconName } from '../../ui/icon';

export const troubleIcons: Readonly<Record<Trouble, IconName>> = {
  fire: 'fire',
  gas: 'gas-leak',
  flood: 'water',
  dark: 'dark',
  shut: 'shut',
  fans: 'fan',
  unheard: 'detector',
};

/** One line for each way in which a section is not at rest. */
export function sayTroubles({ gas, flood, fire, flags }: SectionNow, text: Catalogue): readonly string[] {
  const words = text.tunnel;
  const said: string[] = [];
  if (fire !== 'none') said.push(words.fireStates[fire]);
  if (gas !== 'normal') said.push(words.gasStates[gas]);
  if (flood !== 'dry') said.push(words.floodStates[flood]);
  for (const flag of flags) said.push(words.flags[flag]);
  return said;
}

/** To a tenth of a per cent: what matters of it lies within two. */
export function sayOxygen(share: number, language: Language): string {
  return formatSetting(Math.round(1_000 * share) / 10, '%', language);
}
