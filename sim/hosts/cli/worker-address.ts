/** The worker's file lies beside this bundle, which may itself be split into chunks: all are in one folder. */
export function runWorkerAddress(): URL {
  // Kept from the bundler, which would otherwise try to make an asset of it.
  const name = ['worker', 'mjs'].join('.');
  return new URL(`./${name}`, import.meta.url);
}
