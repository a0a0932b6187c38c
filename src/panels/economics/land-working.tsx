import { landResult, type TunnelCase } from '../../../sim';
import { useLanguage, useText } from '../../i18n';
import { millions, plainNumber } from './amounts';

const MILLION = 1e6;
const TEN_THOUSAND = 1e4;

/** The land case as a sum that anybody can do again. */
export function LandWorking({ tunnel }: { readonly tunnel: TunnelCase }) {
  const words = useText().economics;
  const language = useLanguage();
  const { freedMu, grossYuan, costYuan, netYuan, breakEvenYuanPerKm, stripM } = landResult(tunnel);
  const number = (value: number) => plainNumber(value, language);
  return (
    <section>
      <h3>{words.land}</h3>
      <p className="economics-formula">
        {words.landFormula({
          mu: number(freedMu),
          price: number(tunnel.yuanPerMu / TEN_THOUSAND),
          km: number(tunnel.lengthKm),
          cost: number(tunnel.costYuanPerKm / MILLION),
        })}
      </p>
      <dl className="economics-sum">
        <div>
          <dt>{words.gross}</dt>
          <dd>{words.million({ value: millions(grossYuan, language) })}</dd>
        </div>
        <div>
          <dt>{words.cost}</dt>
          <dd>{words.million({ value: millions(-costYuan, language) })}</dd>
        </div>
        <div data-verdict={netYuan < 0 ? 'worse' : 'better'}>
          <dt>{words.net}</dt>
          <dd>
            <b>{words.million({ value: millions(netYuan, language) })}</b>
          </dd>
        </div>
      </dl>
      <p className="economics-note">
        {words.breakEven({ cost: number(breakEvenYuanPerKm / MILLION), strip: number(stripM) })}
      </p>
    </section>
  );
}
