import { optionName, useText } from '../../i18n';
import { useEdits } from '../../state/edits';
import { useEngine } from '../../state/engine-context';
import { giveOrder, ORDER_KIND, type Order, orders, ordersFor } from '../../state/orders';
import { useRun } from '../../state/run';
import type { SectionNow } from '../../state/section-state';
import { Button } from '../../ui/button';
import { Refusal } from '../change/refusal';

interface OrderButtonsProps {
  readonly section: string;
  readonly now: SectionNow;
  readonly isTaken: boolean;
}

/** What an operator can order a section to do at this moment; the others say why not. */
export function OrderButtons({ section, now, isTaken }: OrderButtonsProps) {
  const text = useText();
  const words = text.tunnel.inspector;
  const given = useGiven(section);
  const refused = useEdits(({ refusal }) => refusal?.subject?.kind === ORDER_KIND && isAbout(refusal.subject, section));
  return (
    <>
      <h3 className="inspector-units">{words.orders}</h3>
      <div className="order-buttons">
        {orders.map((order) => (
          <OrderButton key={order} order={order} section={section} isDue={isDue(order, now, isTaken)} given={given} />
        ))}
      </div>
      {refused && <Refusal candidate={null} onResolved={() => {}} />}
    </>
  );
}

/** Takes an alarm from wherever it is shown. */
export function TakeAlarm({ section, now, isTaken }: OrderButtonsProps) {
  const given = useGiven(section);
  if (!isDue('acknowledge', now, isTaken)) return null;
  return <OrderButton order="acknowledge" section={section} isDue given={given} />;
}

interface OrderButtonProps {
  readonly order: Order;
  readonly section: string;
  readonly isDue: boolean;
  readonly given: string;
}

function OrderButton({ order, section, isDue: due, given }: OrderButtonProps) {
  const text = useText();
  const engine = useEngine();
  const isBusy = useEdits((state) => state.isBusy);
  const words = text.tunnel.inspector;
  const name = optionName(ORDER_KIND, 'order', order, text);
  const isGiven = given.split(' ').includes(order);
  return (
    <Button
      small
      icon={order === 'acknowledge' ? 'order' : order === 'reset' ? 'undo' : 'fire'}
      disabled={isBusy || !due || isGiven}
      title={due ? words.orderHint[order] : words.notNow[order]}
      onClick={() => giveOrder(engine, order, section)}
    >
      {isGiven ? words.given({ order: name }) : name}
    </Button>
  );
}

/** Orders in force, as one text, so that nothing is drawn anew while they stay. */
function useGiven(section: string): string {
  const list = useEdits((state) => state.history.list);
  return useRun((state) => ordersFor(section, list, state.clock?.seconds ?? 0).join(' '));
}

function isDue(order: Order, { gas, flags }: SectionNow, isTaken: boolean): boolean {
  if (order === 'acknowledge') return !isTaken && (gas === 'alarm' || gas === 'cut-off' || gas === 'purged');
  return order === 'blow-down' ? flags.has('mainShut') : gas === 'purged';
}

function isAbout({ targets }: { readonly targets: readonly string[] }, section: string): boolean {
  return targets.includes(section);
}
