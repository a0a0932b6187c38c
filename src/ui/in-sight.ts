/** One observer for all: every one more costs each frame, whether anything moves or not. */
let observer: IntersectionObserver | null = null;
const listeners = new WeakMap<Element, (isSeen: boolean) => void>();

/** Tells whether an element can be seen, now and whenever that changes, until the answer is called. */
export function watchSight(element: Element, tell: (isSeen: boolean) => void): () => void {
  observer ??= new IntersectionObserver((entries) => {
    for (const { target, isIntersecting } of entries) listeners.get(target)?.(isIntersecting);
  });
  listeners.set(element, tell);
  observer.observe(element);
  return () => {
    listeners.delete(element);
    observer?.unobserve(element);
  };
}
