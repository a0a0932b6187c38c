/**
 * One limit shared by many, max-min fair (Bertsekas and Gallager, Data Networks, 2nd ed. 1992, § 6.5.2): all get the same,
 * but nobody more than he wants, and what one leaves over goes to the others.
 */
export function sharePower(wantedW: Float64Array, count: number, limitW: number, givenW: Float64Array): void {
  let left = limitW;
  let unserved = 0;
  for (let i = 0; i < count; i++) {
    givenW[i] = wantedW[i] > 0 ? -1 : 0;
    if (givenW[i] < 0) unserved++;
  }
  while (unserved > 0) {
    const share = left / unserved;
    let satisfied = 0;
    for (let i = 0; i < count; i++) {
      if (givenW[i] >= 0 || wantedW[i] > share) continue;
      givenW[i] = wantedW[i];
      left -= wantedW[i];
      satisfied++;
    }
    unserved -= satisfied;
    if (satisfied > 0) continue;
    for (let i = 0; i < count; i++) if (givenW[i] < 0) givenW[i] = Math.max(0, share);
    return;
  }
}
