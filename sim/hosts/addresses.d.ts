/** Addresses that the app's bundler writes for files of ours that are fetched, not imported. */
declare module '*?worker&url' {
  const address: string;
  export default address;
}

declare module '*?url' {
  const address: string;
  export default address;
}
