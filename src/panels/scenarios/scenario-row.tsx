import { useState } from 'react';
import { formatMoment, scenarioName, useLanguage, useText } from '../../i18n';
import { fileOf } from '../../scenarios/file-of';
import type { KeptScenario } from '../../scenarios/kept-scenario';
import { LONGEST_LINK, linkTo } from '../../scenarios/share-link';
import { useEngine } from '../../state/engine-context';
import { discard, duplicate, goTo, rename, useScenarios } from '../../state/scenarios';
import { Button, IconButton } from '../../ui/button';
import { keepAsFile } from './keep-as-file';

interface ScenarioRowProps {
  readonly kept: KeptScenario;
  readonly depth: number;
  readonly isOlderCopy: boolean;
  /** What a link did: copied, or too long, or here it is. */
  onLink(told: { readonly what: 'copied' | 'too-long' | 'here'; readonly link: string }): void;
}

/** One scenario: what it is, and all that can be done with it. */
export function ScenarioRow({ kept, depth, isOlderCopy, onLink }: ScenarioRowProps) {
  const text = useText();
  const words = text.scenarios;
  const language = useLanguage();
  const engine = useEngine();
  const { current, isOpening } = useScenarios();
  const [isNaming, setIsNaming] = useState(false);
  const name = scenarioName(kept, text);
  const isCurrent = current?.id === kept.id;
  const newest = isCurrent && current ? current : kept;
  const named = (value: string) => {
    setIsNaming(false);
    if (value.trim() !== kept.name) rename(kept, value);
  };
  const share = async () => {
    const link = await linkTo({ ...newest.scenario, name }, newest.city, new URL(location.href));
    if (link.length > LONGEST_LINK) return onLink({ what: 'too-long', link });
    const copied = await navigator.clipboard?.writeText(link).then(
      () => true,
      () => false,
    );
    onLink({ what: copied ? 'copied' : 'here', link });
  };
  return (
    <li className="scenario-row" data-current={isCurrent} data-depth={Math.min(depth, 4)}>
      <div className="scenario-what">
        {isNaming ? <NameField name={name} label={words.name} onName={named} /> : <b>{name}</b>}
        <small>
          {words.changes({ count: newest.scenario.interventions.length })} · {formatMoment(newest.changedMs, language)}
          {isCurrent && ` · ${words.isOpen}`}
          {isOlderCopy && ` · ${words.olderCopy}`}
        </small>
      </div>
      <div className="scenario-acts">
        <Button
          small
          tone="main"
          disabled={isCurrent || isOpening}
          aria-label={`${words.open}: ${name}`}
          onClick={() => void goTo(engine, kept)}
        >
          {words.open}
        </Button>
        <IconButton small icon="rename" label={`${words.rename}: ${name}`} onClick={() => setIsNaming(true)} />
        <IconButton small icon="copy" label={`${words.duplicate}: ${name}`} onClick={() => void duplicate(newest)} />
        <IconButton small icon="link" label={`${words.link}: ${name}`} onClick={() => void share()} />
        <IconButton
          small
          icon="file"
          label={`${words.file}: ${name}`}
          onClick={() => {
            const file = fileOf(newest.scenario, name);
            keepAsFile(file.name, file.text);
          }}
        />
        <IconButton
          small
          icon="remove"
          label={`${words.remove}: ${name}`}
          disabled={isCurrent}
          onClick={() => void discard(kept)}
        />
      </div>
    </li>
  );
}

interface NameFieldProps {
  readonly name: string;
  readonly label: string;
  onName(name: string): void;
}

function NameField({ name, label, onName }: NameFieldProps) {
  return (
    <input
      className="text-input"
      aria-label={label}
      defaultValue={name}
      maxLength={200}
      // biome-ignore lint/a11y/noAutofocus: it stands where "rename" was just pressed
      autoFocus
      onFocus={(event) => event.target.select()}
      onBlur={(event) => onName(event.target.value)}
      onKeyDown={(event) => {
        if (event.key === 'Enter') onName(event.currentTarget.value);
        if (event.key === 'Escape') {
          event.stopPropagation();
          onName(name);
        }
      }}
    />
  );
}
