import type { ReactNode } from 'react';
import { formatSetting, useLanguage, useText } from '../../i18n';
import { usePlaces } from '../../state/places';
import { useWalk } from '../../state/walk';
import { Button } from '../../ui/button';
import './walk-panel.css';

/** While somebody walks inside a gallery: where that is, pads to walk with, the way out; a mode adds its legend. */
export function WalkPanel({ children }: { readonly children?: ReactNode }) {
  const section = useWalk((state) => state.section);
  return section === null ? null : <Inside section={section}>{children}</Inside>;
}

function Inside({ section, children }: { readonly section: string; readonly children: ReactNode }) {
  const text = useText();
  const language = useLanguage();
  const words = text.tunnel.walk;
  const book = usePlaces((state) => state.book?.tunnels);
  const { alongM, hasTorch, leave } = useWalk();
  const metres = (value: number) => formatSetting(Math.round(value), 'm', language);
  const lengthM = book?.section(section)?.lengthM ?? 0;
  return (
    <section className="notice walk-panel" aria-label={words.title}>
      <div className="walk-panel-row">
        <Pad push={-1} label={words.back} />
        <div className="walk-panel-place">
          <b>{book?.shortNameOf(section, language) ?? section}</b>
          <span>
            {words.chainage({ at: metres(alongM), of: metres(lengthM) })}
            {hasTorch && <em> · {words.torch}</em>}
          </span>
        </div>
        <Pad push={1} label={words.forward} />
        <Button small icon="close" title={words.leaveHint} onClick={leave}>
          {words.leave}
        </Button>
      </div>
      {children}
      <p className="walk-panel-keys">{words.keys}</p>
    </section>
  );
}

/** Held down to walk, by finger, pointer or key. */
function Pad({ push, label }: { readonly push: 1 | -1; readonly label: string }) {
  const pushTo = useWalk((state) => state.pushTo);
  const stop = () => pushTo(0);
  return (
    <button
      type="button"
      className="button walk-pad"
      aria-label={label}
      title={label}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        pushTo(push);
      }}
      onPointerUp={stop}
      onPointerCancel={stop}
      onContextMenu={(event) => event.preventDefault()}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== ' ') return;
        event.preventDefault();
        pushTo(push);
      }}
      onKeyUp={stop}
      onBlur={stop}
    >
      <svg className="icon" viewBox="0 0 20 20" aria-hidden="true">
        <path d={push > 0 ? 'M4.500 12.500L10 6.500l5.500 6' : 'M4.500 7.500L10 13.500l5.500-6'} />
      </svg>
    </button>
  );
}
