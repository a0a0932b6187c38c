import { useLanguage, useText } from '../../i18n';
import { useCamera } from '../../state/camera';
import { useChrome } from '../../state/chrome';
import { goToSavedView, useSavedViews } from '../../state/saved-views';
import { useViews } from '../../state/views';
import { IconButton } from '../../ui/button';

/** Before the id of a view of one's own, which no scene's view begins with. */
const MINE = 'mine:';

/** The scene's own points of view and those that somebody keeps; choosing one flies there. */
export function ViewsMenu() {
  const text = useText();
  const language = useLanguage();
  const views = useViews((state) => state.views);
  const mine = useSavedViews((state) => state.views);
  const go = (value: string) => {
    const own = mine.find(({ id }) => MINE + id === value);
    if (own) goToSavedView(own);
    else useCamera.getState().flyTo({ kind: 'view', id: value });
  };
  return (
    <>
      {(views.length > 1 || mine.length > 0) && (
        <select
          className="select views-menu"
          aria-label={text.header.views}
          value=""
          onChange={(event) => go(event.target.value)}
        >
          <option value="" disabled hidden>
            {text.header.views}
          </option>
          {views.map((view) => (
            <option key={view.id} value={view.id}>
              {view.name[language]}
            </option>
          ))}
          {mine.length > 0 && (
            <optgroup label={text.views.mine}>
              {mine.map(({ id, name }) => (
                <option key={id} value={MINE + id}>
                  {name}
                </option>
              ))}
            </optgroup>
          )}
        </select>
      )}
      <IconButton
        icon="bookmark"
        label={text.views.title}
        title={text.views.hint}
        onClick={() => useChrome.getState().showDialog('views')}
      />
    </>
  );
}
