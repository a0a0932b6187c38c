import { lifeCycleOf, lifeCycleParts, type TunnelCase } from '../../../sim';
import { useLanguage, useText } from '../../i18n';
import { millions, plainNumber } from './amounts';

/** Present values part by part, what comes in to the right and what goes out to the left. */
export function LifeCycleBars({ tunnel }: { readonly tunnel: TunnelCase }) {
  const words = useText().economics;
  const language = useLanguage();
  const { parts, totalYuan, digging } = lifeCycleOf(tunnel);
  const largest = Math.max(1, ...lifeCycleParts.map((name) => Math.abs(parts[name])));
  return (
    <section>
      <h3>{words.lifeCycle}</h3>
      <dl className="economics-bars">
        {lifeCycleParts.map((name) => {
          const share = (50 * Math.abs(parts[name])) / largest;
          const isOut = parts[name] < 0;
          return (
            <div key={name}>
              <dt>{words.parts[name]}</dt>
              <dd>
                <span className="economics-track" aria-hidden="true">
                  <i
                    data-out={isOut || undefined}
                    style={{ width: `${share}%`, left: `${isOut ? 50 - share : 50}%` }}
                  />
                </span>
                <span>{millions(parts[name], language)}</span>
              </dd>
            </div>
          );
        })}
        <div data-verdict={totalYuan < 0 ? 'worse' : 'better'}>
          <dt>{words.total}</dt>
          <dd>
            <b>{words.million({ value: millions(totalYuan, language) })}</b>
          </dd>
        </div>
      </dl>
      <p className="economics-note">{words.worksDays({ days: plainNumber(digging.worksDaysPerYear, language, 0) })}</p>
    </section>
  );
}
