import { formatClock, formatQuantity, useLanguage } from '../../i18n';
import type { DayBeside } from '../../state/day-loads';
import { useRun } from '../../state/run';

const [WIDTH, HEIGHT, LEFT, FOOT] = [320, 130, 30, 16];
const DAY_S = 86_400;

/** A day from midnight to midnight: the building's line, the middle of its peers, and what eight in ten of them keep within. */
export function DayCurve({ beside, label }: { readonly beside: DayBeside; readonly label: string }) {
  const language = useLanguage();
  const clock = useRun((state) => state.clock?.clockSeconds);
  const { own, low, middle, high, peers } = beside;
  const highest = Math.max(...own, ...high) * 1.05 || 1;
  const x = (step: number) => LEFT + ((WIDTH - LEFT) * step) / (own.length - 1);
  const y = (watts: number) => (HEIGHT - FOOT) * (1 - watts / highest) + 4;
  const line = (of: readonly number[]) =>
    of.map((each, i) => `${i === 0 ? 'M' : 'L'}${x(i).toFixed(1)} ${y(each).toFixed(1)}`).join('');
  const back = [...low.keys()].reverse().map((i) => `L${x(i).toFixed(1)} ${y(low[i]).toFixed(1)}`);
  const now = clock === undefined ? undefined : LEFT + ((WIDTH - LEFT) * (clock % DAY_S)) / DAY_S;
  return (
    <svg className="day-curve" viewBox={`0 0 ${WIDTH} ${HEIGHT + 6}`} role="img" aria-label={label}>
      {peers > 0 && <path className="day-band" d={`${line(high)}${back.join('')}Z`} />}
      {peers > 0 && <path className="day-middle" d={line(middle)} />}
      <path className="day-own" d={line(own)} />
      {now !== undefined && <line className="day-now" x1={now} x2={now} y1={4} y2={HEIGHT - FOOT + 4} />}
      <text x={0} y={12}>
        {formatQuantity(highest / 1.05, '1', language).number}
      </text>
      <text x={0} y={26}>
        W/m²
      </text>
      {[0, 6, 12, 18].map((hour) => (
        <text key={hour} x={LEFT + ((WIDTH - LEFT) * hour) / 24} y={HEIGHT + 4}>
          {formatClock(hour * 3_600, false)}
        </text>
      ))}
    </svg>
  );
}
