const ASK_EVERY_MS = 1_500;

/** Asks at once, and again a second and a half after each answer as long as that wants more, until it is told to stop. */
export function keepAsking(ask: (isCurrent: () => boolean) => Promise<boolean>): () => void {
  let isGone = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const turn = async () => {
    if ((await ask(() => !isGone)) && !isGone) timer = setTimeout(turn, ASK_EVERY_MS);
  };
  void turn();
  return () => {
    isGone = true;
    clearTimeout(timer);
  };
}
