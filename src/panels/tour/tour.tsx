import { useEffect, useRef } from 'react';
import { useText } from '../../i18n';
import { endTour, goToStop, tourStops, useTour } from '../../state/tour';
import { Button, IconButton } from '../../ui/button';
import { placeCard } from './place-card';
import './tour.css';

/** Panels open, and lists grow: where the stop's part of the page is now is looked at so often. */
const LOOK_EVERY_MS = 250;

/** Shows somebody new round: a ring about one part of the page after another, and a card beside it. It can be left at any time. */
export function Tour() {
  const stop = useTour((state) => state.stop);
  return stop === null ? null : <Stop key={stop} stop={stop} />;
}

function Stop({ stop }: { readonly stop: number }) {
  const words = useText().tour;
  const card = useRef<HTMLDivElement>(null);
  const ring = useRef<HTMLDivElement>(null);
  const { name, place } = tourStops[stop];
  const isLast = stop === tourStops.length - 1;

  useEffect(() => {
    const look = () => {
      if (!card.current || !ring.current) return;
      const shown = document.querySelector(place)?.getBoundingClientRect();
      const isThere = shown !== undefined && shown.width > 0 && shown.height > 0;
      const page = { width: innerWidth, height: innerHeight };
      const about = isThere ? shown : new DOMRect(0, 0, page.width, page.height);
      ring.current.hidden = !isThere;
      lay(ring.current, about);
      const { offsetWidth: width, offsetHeight: height } = card.current;
      const { left, top } = placeCard(about, { width, height }, page);
      card.current.style.transform = `translate(${Math.round(left)}px, ${Math.round(top)}px)`;
    };
    look();
    const timer = setInterval(look, LOOK_EVERY_MS);
    window.addEventListener('resize', look);
    card.current?.querySelector<HTMLElement>('[data-tone="main"]')?.focus({ preventScroll: true });
    return () => {
      clearInterval(timer);
      window.removeEventListener('resize', look);
    };
  }, [place]);

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      event.preventDefault();
      endTour();
    };
    // Before the page's own keys, which mean other things by it.
    window.addEventListener('keydown', onKey, { capture: true });
    return () => window.removeEventListener('keydown', onKey, { capture: true });
  }, []);

  return (
    <>
      <div ref={ring} className="tour-ring" data-stop={name} />
      <div
        ref={card}
        className="panel tour-card"
        role="dialog"
        aria-labelledby="tour-title"
        aria-describedby="tour-text"
      >
        <div className="panel-head">
          <h2 id="tour-title">{words.stops[name].title}</h2>
          <span className="panel-note">{words.count({ stop: stop + 1, of: tourStops.length })}</span>
          <IconButton small icon="close" label={words.skip} onClick={endTour} />
        </div>
        <p id="tour-text" className="tour-text">
          {words.stops[name].text}
        </p>
        <div className="tour-acts">
          {stop > 0 && <Button onClick={() => goToStop(stop - 1)}>{words.back}</Button>}
          <Button tone="main" onClick={() => (isLast ? endTour() : goToStop(stop + 1))}>
            {isLast ? words.done : words.next}
          </Button>
        </div>
      </div>
    </>
  );
}

function lay(ring: HTMLElement, { left, top, width, height }: DOMRect): void {
  Object.assign(ring.style, { left: `${left}px`, top: `${top}px`, width: `${width}px`, height: `${height}px` });
}
