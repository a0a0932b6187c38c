import { type FormEvent, useState } from 'react';
import { useText } from '../../i18n';
import type { KeptView } from '../../scenarios/views-shelf';
import { useCameraPlace } from '../../state/camera-place';
import { useChrome } from '../../state/chrome';
import { bringViewBack, goToSavedView, removeView, renameView, saveView, useSavedViews } from '../../state/saved-views';
import { Button, IconButton } from '../../ui/button';
import { Modal } from '../../ui/modal';
import './views.css';

/** The views that somebody keeps: the present one by a name, those before to go to, name anew and take away. */
export function ViewsDialog() {
  const text = useText();
  const isOpen = useChrome((state) => state.dialog === 'views');
  const showDialog = useChrome((state) => state.showDialog);
  return (
    <Modal title={text.views.title} closeLabel={text.close} open={isOpen} onClose={() => showDialog(null)}>
      {isOpen && <SavedViews onGone={() => showDialog(null)} />}
    </Modal>
  );
}

function SavedViews({ onGone }: { onGone(): void }) {
  const words = useText().views;
  const { views, removed, isKept } = useSavedViews();
  const canSave = useCameraPlace((state) => state.place !== null);
  const usual = words.usual({ number: views.length + 1 });
  const [name, setName] = useState('');
  const save = (event: FormEvent) => {
    event.preventDefault();
    void saveView(name.trim() === '' ? usual : name);
    setName('');
  };
  return (
    <div className="saved-views">
      <form className="saved-views-new" onSubmit={save}>
        <input
          className="text-input"
          aria-label={words.name}
          placeholder={usual}
          maxLength={60}
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
        <button type="submit" className="button" data-tone="main" disabled={!canSave}>
          {words.save}
        </button>
      </form>
      {!isKept && <p role="alert">{words.notKept}</p>}
      {views.length === 0 ? (
        <p className="empty">{words.none}</p>
      ) : (
        <ul className="saved-views-list">
          {views.map((view) => (
            <ViewRow
              key={view.id}
              view={view}
              onGo={() => {
                goToSavedView(view);
                onGone();
              }}
            />
          ))}
        </ul>
      )}
      {removed !== null && (
        <p role="status" className="saved-views-removed">
          {words.removed({ name: removed.name })}
          <Button small icon="undo" onClick={() => void bringViewBack()}>
            {words.undo}
          </Button>
        </p>
      )}
    </div>
  );
}

function ViewRow({ view, onGo }: { readonly view: KeptView; onGo(): void }) {
  const words = useText().views;
  const [name, setName] = useState<string | null>(null);
  const rename = () => {
    if (name !== null && name.trim() !== '' && name !== view.name) void renameView(view, name);
    setName(null);
  };
  return (
    <li>
      <input
        className="text-input"
        aria-label={words.rename({ name: view.name })}
        maxLength={60}
        value={name ?? view.name}
        onChange={(event) => setName(event.target.value)}
        onBlur={rename}
        onKeyDown={(event) => event.key === 'Enter' && event.currentTarget.blur()}
      />
      <Button small icon="eye" aria-label={words.goTo({ name: view.name })} onClick={onGo}>
        {words.go}
      </Button>
      <IconButton small icon="close" label={words.remove({ name: view.name })} onClick={() => void removeView(view)} />
    </li>
  );
}
