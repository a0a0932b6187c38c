const FLAGSHIP = 'eco-park';

/** The city that the address asks for (?scene=name), the flagship where it asks for none; null for what can be no name. */
export function sceneInAddress(search: string): string | null {
  const asked = new URLSearchParams(search).get('scene');
  if (asked === null) return FLAGSHIP;
  return /^[a-z0-9][a-z0-9-]{0,63}(\/[a-z0-9][a-z0-9-]{0,63})?$/.test(asked) ? asked : null;
}
