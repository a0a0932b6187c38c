import type { LineFees } from '../../../sim';
import { useLanguage, useText } from '../../i18n';
import { millions, plainNumber } from './amounts';

/** What owners of lines pay, by both of Chengdu's rules. */
export function LineFeesPart({ fees }: { readonly fees: readonly LineFees[] }) {
  const words = useText().economics;
  const language = useLanguage();
  const lineName = (name: string) => (words.lines as Readonly<Record<string, string>>)[name] ?? name;
  return (
    <section>
      <h3>{words.fees}</h3>
      <p className="economics-note">{words.feesFormula}</p>
      <ul className="economics-sources">
        {fees.map(({ name, entryYuan, upkeepYuanPerYear, spaceShare }) => (
          <li key={name}>
            {words.feeOf({
              line: lineName(name),
              entry: millions(entryYuan, language),
              upkeep: millions(upkeepYuanPerYear, language),
              share: `${plainNumber(100 * spaceShare, language, 0)}%`,
            })}
          </li>
        ))}
      </ul>
    </section>
  );
}
