import { formatSetting, useLanguage, useText } from '../../i18n';
import { useChrome } from '../../state/chrome';
import { usePlans } from '../../state/plans';
import { type SceneFact, useSceneFacts } from '../../state/scene-facts';
import { hasPublished } from '../../state/year-of-park';
import { Button } from '../../ui/button';
import { Modal } from '../../ui/modal';

/** Where the city's facts come from, and how far each may be trusted. */
export function FactsDialog() {
  const text = useText();
  const language = useLanguage();
  const isOpen = useChrome((state) => state.dialog === 'facts');
  const showDialog = useChrome((state) => state.showDialog);
  const { facts: scene } = useSceneFacts();
  const plans = usePlans((state) => state.plans);
  const titles = new Map(scene?.sources.map((source) => [source.id, source.title]));
  const trust = (confidence: string) =>
    (text.facts.confidence as Readonly<Record<string, string>>)[confidence] ?? confidence;
  const value = (fact: SceneFact) =>
    typeof fact.value === 'number' ? `${formatSetting(fact.value, '1', language)} ${fact.unit ?? ''}` : fact.value;
  return (
    <Modal
      title={scene ? `${scene.name[language]} · ${text.facts.title}` : text.facts.title}
      closeLabel={text.close}
      open={isOpen}
      onClose={() => showDialog(null)}
    >
      {!scene && <p>{text.facts.unread}</p>}
      {scene?.illustrative && <p className="facts-warning">{text.facts.illustrative}</p>}
      {scene?.summary && <p className="facts-summary">{scene.summary[language]}</p>}
      {isOpen && hasPublished() && (
        <Button small icon="energy" title={text.published.openHint} onClick={() => showDialog('published')}>
          {text.published.open}
        </Button>
      )}
      {isOpen && plans && (
        <Button small icon="fold" title={text.plans.openHint} onClick={() => showDialog('plans')}>
          {text.plans.open}
        </Button>
      )}
      {scene && scene.facts.length > 0 && (
        <section>
          <h3>{text.facts.facts}</h3>
          <dl className="facts">
            {scene.facts.map((fact) => (
              <div key={fact.name.en}>
                <dt>{fact.name[language]}</dt>
                <dd>
                  <b>{value(fact)}</b>
                  <small>
                    {trust(fact.confidence)} · {text.facts.from({ source: titles.get(fact.source) ?? fact.source })}
                  </small>
                </dd>
              </div>
            ))}
          </dl>
        </section>
      )}
      {scene && scene.sources.length > 0 && (
        <section>
          <h3>{text.facts.sources}</h3>
          <ul className="sources">
            {scene.sources.map((source) => (
              <li key={source.id}>
                <b>{source.title}</b>
                <span>{[source.publisher, trust(source.confidence)].filter(Boolean).join(' · ')}</span>
                <small>
                  {text.facts.licence}: {source.licence}
                </small>
                {source.note && <small>{source.note}</small>}
              </li>
            ))}
          </ul>
        </section>
      )}
    </Modal>
  );
}
