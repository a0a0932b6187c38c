import { landResult, type PublishedCase, publishedCases, type TunnelCase } from '../../../sim';
import { useLanguage, useText } from '../../i18n';
import { Button } from '../../ui/button';
import { millions, plainNumber } from './amounts';

interface KnownCasesProps {
  onTake(known: Partial<TunnelCase>): void;
}

const MILLION = 1e6;

/** What is known of others, each with whose word it is; one may be taken as a beginning. */
export function KnownCases({ onTake }: KnownCasesProps) {
  const words = useText().economics;
  const language = useLanguage();
  const head = words.caseHead;
  const number = (value: number) => plainNumber(value, language, 1);
  return (
    <section>
      <h3>{words.cases}</h3>
      <table className="economics-cases">
        <thead>
          <tr>
            <th>{head.name}</th>
            <th>{head.length}</th>
            <th>{head.land}</th>
            <th>{head.cost}</th>
            <th>{head.gross}</th>
            <th>{head.net}</th>
            <th aria-label={words.take} />
          </tr>
        </thead>
        <tbody>
          {publishedCases.map((each) => {
            const { name, lengthKm, muPerKm, yuanPerMu, costYuanPerKm, standing } = each;
            const result = resultOf(each);
            return (
              <tr key={name}>
                <th scope="row">
                  {words.caseNames[name]}
                  <small>{words.standings[standing]}</small>
                </th>
                <td>{number(lengthKm)}</td>
                <td>{number(muPerKm)}</td>
                <td>
                  {costYuanPerKm === null ? '–' : number(costYuanPerKm / MILLION)}
                  {name === 'hunnan-claimed' && <small>{words.implied}</small>}
                </td>
                <td>{result ? millions(result.grossYuan, language) : '–'}</td>
                <td>{result ? millions(result.netYuan, language) : '–'}</td>
                <td>
                  {costYuanPerKm !== null && (
                    <Button small onClick={() => onTake({ lengthKm, muPerKm, yuanPerMu, costYuanPerKm })}>
                      {words.take}
                    </Button>
                  )}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}

function resultOf({ costYuanPerKm, ...rest }: PublishedCase) {
  return costYuanPerKm === null ? undefined : landResult({ ...rest, costYuanPerKm });
}
