/**
 * One scalar along one section for one step: finite volumes with second-order fluxes in space and time (Lax–Wendroff)
 * limited by van Leer's harmonic mean, so that nothing overshoots (Sweby 1984), and dispersion in proportion to the flow.
 * Ends are upwind. Fluxes leave one cell and enter the next: what is lost is rounding.
 *
 * `courant` holds, face by face from the section's start, the share of a cell that passes in the step, positive from
 * start to end; `spread` is K/(u·Δx).
 */
export function carry(
  scalar: Float64Array,
  first: number,
  count: number,
  courant: Float64Array,
  firstFace: number,
  spread: number,
  before: number,
  after: number,
): void {
  let here = scalar[first];
  let next = scalar[first + 1];
  let slopeHere = 0;
  const entering = courant[firstFace];
  let inFlux = entering >= 0 ? entering * before : entering * here;
  const last = first + count - 1;
  for (let i = first, face = firstFace + 1; i < last; i++, face++) {
    const beyond = i + 2 <= last ? scalar[i + 2] : next;
    const rise = next - here;
    const riseBeyond = beyond - next;
    const product = rise * riseBeyond;
    const slopeNext = product > 0 ? (2 * product) / (rise + riseBeyond) : 0;
    const share = courant[face];
    const flux =
      share >= 0
        ? share * (here + 0.5 * (1 - share) * slopeHere - spread * rise)
        : share * (next - 0.5 * (1 + share) * slopeNext + spread * rise);
    scalar[i] = here + inFlux - flux;
    inFlux = flux;
    here = next;
    next = beyond;
    slopeHere = slopeNext;
  }
  const leaving = courant[firstFace + count];
  scalar[last] = here + inFlux - (leaving >= 0 ? leaving * here : leaving * after);
}
