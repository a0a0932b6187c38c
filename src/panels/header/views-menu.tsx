import { useLanguage, useText } from '../../i18n';
import { useCamera } from '../../state/camera';
import { useViews } from '../../state/views';

/** The scene's own points of view; choosing one flies there. */
export function ViewsMenu() {
  const text = useText();
  const language = useLanguage();
  const views = useViews((state) => state.views);
  if (views.length < 2) return null;
  return (
    <select
      className="select views-menu"
      aria-label={text.header.views}
      value=""
      onChange={(event) => useCamera.getState().flyTo({ kind: 'view', id: event.target.value })}
    >
      <option value="" disabled hidden>
        {text.header.views}
      </option>
      {views.map((view) => (
        <option key={view.id} value={view.id}>
          {view.name[language]}
        </option>
      ))}
    </select>
  );
}
