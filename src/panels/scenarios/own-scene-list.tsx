import { useEffect } from 'react';
import { formatMoment, useLanguage, useText } from '../../i18n';
import { forgetOwnScene, refreshOwnScenes, useOwnScenes } from '../../state/own-scenes';
import { useScenarios } from '../../state/scenarios';
import { OWN } from '../../state/scene-source';
import { Button, IconButton } from '../../ui/button';

const BYTES_A_MEGABYTE = 1_000_000;

/** Cities that somebody has brought to this browser, and the way back from one. */
export function OwnSceneList() {
  const text = useText();
  const language = useLanguage();
  const words = text.scenarios;
  const { scenes, brought, reading } = useOwnScenes();
  const city = useScenarios((state) => state.city);
  useEffect(() => void refreshOwnScenes(), []);
  return (
    <>
      {reading > 0 && <p role="status">{words.reading({ count: reading })}</p>}
      {brought.map(({ id, warnings, noted }) => (
        <p key={id} role="status" className="scenario-brought">
          {words.brought({ name: scenes.find((each) => each.id === id)?.name[language] ?? id })}{' '}
          {noted > 0 && words.noted({ count: noted })} {warnings > 0 && words.warnings({ count: warnings })}
        </p>
      ))}
      {(scenes.length > 0 || city.startsWith(OWN)) && (
        <section className="own-scenes" aria-label={words.ownScenes}>
          <h3>{words.ownScenes}</h3>
          <ul className="scenario-list">
            {city.startsWith(OWN) && (
              <li className="scenario-row">
                <div className="scenario-what">
                  <b>{words.firstCity}</b>
                </div>
                <Button small tone="main" onClick={() => goToCity(null)}>
                  {words.open}
                </Button>
              </li>
            )}
            {scenes.map(({ id, name, characters, broughtMs }) => (
              <li key={id} className="scenario-row" data-current={city === OWN + id}>
                <div className="scenario-what">
                  <b>{name[language]}</b>
                  <small>
                    {words.ownSceneWhat({
                      megabytes: (characters / BYTES_A_MEGABYTE).toFixed(1),
                      when: formatMoment(broughtMs, language),
                    })}
                  </small>
                </div>
                <div className="scenario-acts">
                  <Button
                    small
                    tone="main"
                    disabled={city === OWN + id}
                    aria-label={`${words.open}: ${name[language]}`}
                    onClick={() => goToCity(OWN + id)}
                  >
                    {words.open}
                  </Button>
                  <IconButton
                    small
                    icon="remove"
                    label={`${words.remove}: ${name[language]}`}
                    disabled={city === OWN + id}
                    onClick={() => void forgetOwnScene(id)}
                  />
                </div>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

/** Another city is another page: what was open is kept, or the browser asks first. */
function goToCity(scene: string | null): void {
  location.href = scene === null ? location.pathname : `${location.pathname}?scene=${scene}`;
}
