/** Every cable between two ring-main units has a switch at each end; each moves by itself. */
export function ringMains(files: Record<string, ReturnType<typeof JSON.parse>>): void {
  const electricity = files['electricity.json'];
  const cables = new Map<string, { from: string; to: string; feeder?: string }>(
    electricity.branches.map((each: { id: string }) => [each.id, each]),
  );
  for (const each of [...electricity.switches]) {
    if (each.branch === 'coupler') continue;
    const { from, to, feeder } = cables.get(each.branch)!;
    each.at = from;
    each.automatic = true;
    if (feeder !== undefined || each.kind === 'tie') {
      electricity.switches.push({ ...each, id: `${each.id}:2`, at: to, kind: 'switch', closed: true });
    }
  }
}
