/**
 * The page's one Trusted Types policy. It makes script addresses for workers, and only of files that our own build has
 * put beside the page (in development: that the development server offers). Anything else throws.
 */
const POLICY_NAME = 'cityloom';

interface ScriptPolicy {
  createScriptURL(address: string): unknown;
}

interface PolicyFactory {
  createPolicy(name: string, rules: { createScriptURL(address: string): string }): ScriptPolicy;
}

let policy: ScriptPolicy | undefined;

/** Whether an address is one of our own built workers. */
export function isOwnWorker(address: string, pageOrigin: string, base: string, development: boolean): boolean {
  if (!URL.canParse(address, pageOrigin + base)) return false;
  const url = new URL(address, pageOrigin + base);
  if (url.origin !== pageOrigin || url.username !== '' || url.hash !== '') return false;
  if (development) return url.pathname.endsWith('.ts') || url.searchParams.has('worker_file');
  return url.search === '' && url.pathname.startsWith(`${base}assets/`) && /^[\w.-]+\.js$/.test(lastPart(url.pathname));
}

/** An address that `new Worker` takes where the page demands trusted ones, and the plain one elsewhere. */
export function trustedWorkerUrl(address: string): string {
  policy ??= makePolicy();
  return policy.createScriptURL(address) as string;
}

function makePolicy(): ScriptPolicy {
  const rules = {
    createScriptURL(address: string): string {
      if (isOwnWorker(address, location.origin, import.meta.env.BASE_URL, import.meta.env.DEV)) return address;
      throw new TypeError(`met the worker address ${address.slice(0, 200)}, expected one of this build's own`);
    },
  };
  const factory = (globalThis as { trustedTypes?: PolicyFactory }).trustedTypes;
  return factory ? factory.createPolicy(POLICY_NAME, rules) : rules;
}

function lastPart(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
