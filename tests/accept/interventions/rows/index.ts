/** The 43 rows, in the order of their table. */
import type { Row } from '../row';
import { demandRows } from './demand';
import { guidanceRow } from './guidance';
import { outageRows } from './outages';
import { peopleRows } from './people';
import { plantRows } from './plants';
import { policyRows } from './policies';
import { roadRows } from './roads';
import { sensingRows } from './sensing';
import { tunnelRows } from './tunnels';
import { weatherRows } from './weather';

/** T1 to T11, E1 to E14, U1 to U7, C1 to C6, S1 to S5. */
const order = ['T', 'E', 'U', 'C', 'S'];

export const rows: readonly Row[] = [
  ...roadRows,
  ...policyRows,
  ...outageRows,
  ...demandRows,
  ...plantRows,
  ...weatherRows,
  ...tunnelRows,
  ...peopleRows,
  ...sensingRows,
].sort((a, b) => order.indexOf(a.id[0]) - order.indexOf(b.id[0]) || Number(a.id.slice(1)) - Number(b.id.slice(1)));

/** Rows that other acceptances ask for. */
export const moreRows: readonly Row[] = [guidanceRow];
