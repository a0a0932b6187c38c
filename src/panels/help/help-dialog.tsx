import { useText } from '../../i18n';
import { useChrome } from '../../state/chrome';
import { beginTour } from '../../state/tour';
import { Button } from '../../ui/button';
import { Modal } from '../../ui/modal';

/** Every key, by what it is for. */
export function HelpDialog() {
  const text = useText();
  const isOpen = useChrome((state) => state.dialog === 'help');
  const showDialog = useChrome((state) => state.showDialog);
  const { help } = text;
  const key = help.keyNames;
  const groups: readonly {
    readonly name: string;
    readonly keys: readonly (readonly [keys: readonly string[], does: string])[];
  }[] = [
    {
      name: help.time,
      keys: [
        [[key.space], help.playPause],
        [['1–5'], help.pace],
        [['N'], help.step],
        [['P'], help.ahead],
      ],
    },
    {
      name: help.changes,
      keys: [
        [['T'], help.try],
        [[key.space], help.lookBack],
        [['C'], help.compare],
        [['X'], help.split],
        [[key.control, 'Z'], help.undo],
        [[key.control, key.shift, 'Z'], help.redo],
        [[key.escape], help.cancel],
      ],
    },
    {
      name: help.view,
      keys: [
        [[key.arrows, 'WASD'], help.move],
        [['+', '−'], help.zoom],
        [['Q', 'E'], help.turn],
        [['R', 'F'], help.tilt],
        [[key.home], help.home],
        [['J'], help.views],
        [['M'], help.miniMap],
        [['G'], help.flow],
        [['B'], help.energy],
        [['V'], help.flows],
        [['U'], help.tunnels],
        [['I'], help.walk],
        [['O'], help.follow],
        [['K'], help.look],
        [['Y'], help.export],
        [['H'], help.panels],
        [['L'], help.language],
        [['?'], help.help],
      ],
    },
  ];
  return (
    <Modal title={help.title} closeLabel={text.close} open={isOpen} onClose={() => showDialog(null)}>
      <div className="help-groups">
        {groups.map((group) => (
          <section key={group.name}>
            <h3>{group.name}</h3>
            <dl className="keys">
              {group.keys.map(([keys, does]) => (
                <div key={does}>
                  <dt>
                    {keys.map((each) => (
                      <kbd key={each}>{each}</kbd>
                    ))}
                  </dt>
                  <dd>{does}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
      <p className="panel-note">{help.mouse}</p>
      <Button className="tour-offer" title={text.tour.offerHint} onClick={beginTour}>
        {text.tour.offer}
      </Button>
      <p className="panel-note">
        <a href={`${import.meta.env.BASE_URL}notices.txt`} target="_blank" rel="noreferrer">
          {help.notices}
        </a>
      </p>
    </Modal>
  );
}
