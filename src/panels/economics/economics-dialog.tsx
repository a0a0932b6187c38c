import { useState } from 'react';
import { lineFees, type TunnelCase, usualCase, usualLines } from '../../../sim';
import { useText } from '../../i18n';
import { useChrome } from '../../state/chrome';
import { Modal } from '../../ui/modal';
import { Assumptions } from './assumptions';
import { KnownCases } from './known-cases';
import { LandWorking } from './land-working';
import { LifeCycleBars } from './life-cycle-bars';
import { LineFeesPart } from './line-fees-part';

/** Whether a utility tunnel pays: its working, every number of it to be moved. */
export function EconomicsDialog() {
  const text = useText();
  const isOpen = useChrome((state) => state.dialog === 'economics');
  const showDialog = useChrome((state) => state.showDialog);
  return (
    <Modal title={text.economics.title} closeLabel={text.close} open={isOpen} onClose={() => showDialog(null)} wide>
      {isOpen && <Economics />}
    </Modal>
  );
}

function Economics() {
  const words = useText().economics;
  const [chosen, setChosen] = useState<TunnelCase>(usualCase);
  const fees = lineFees(usualLines, chosen.lengthKm, chosen.years, chosen.upkeepYuanPerKmYear * chosen.lengthKm);
  const tunnel: TunnelCase = {
    ...chosen,
    entryFeeYuan: fees.reduce((sum, { entryYuan }) => sum + entryYuan, 0),
    upkeepFeeYuanPerYear: fees.reduce((sum, { upkeepYuanPerYear }) => sum + upkeepYuanPerYear, 0),
  };
  return (
    <div className="economics">
      <p className="facts-warning">{words.warning}</p>
      <div className="economics-columns">
        <Assumptions tunnel={tunnel} onChange={setChosen} />
        <div>
          <LandWorking tunnel={tunnel} />
          <LifeCycleBars tunnel={tunnel} />
        </div>
        <div>
          <KnownCases onTake={(known) => setChosen({ ...chosen, ...known })} />
          <LineFeesPart fees={fees} />
          <section>
            <h3>{words.sources}</h3>
            <ul className="economics-sources">
              {words.sourceList.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          </section>
        </div>
      </div>
    </div>
  );
}
