/** A small network and trip table of our own, whole, for tests to break. */
export const HEAD = [
  '<NUMBER OF ZONES> 2',
  '<NUMBER OF NODES> 4',
  '<FIRST THRU NODE> 3',
  '<NUMBER OF LINKS> 5',
  '<END OF METADATA>',
];

export const ROWS = [
  '\t1\t3\t100\t1.5\t2\t0.15\t4\t50\t0\t1\t;',
  '\t1\t4\t80\t2\t3\t0.15\t4\t50\t0.25\t1\t;',
  '\t3\t2\t90\t1\t4\t0.5\t2.5\t50\t0\t2\t;',
  '\t4\t2\t1e+2\t1\t2.5E-1\t0\t0\t0\t0\t2\t;',
  '\t3\t4\t70\t.5\t1.\t1\t1\t0\t0\t1\t;',
];

export function networkText(rows: readonly string[] = ROWS, head: readonly string[] = HEAD): string {
  return [
    ...head,
    '',
    '~\tinit_node\tterm_node\tcapacity\tlength\tfree_flow_time\tb\tpower\tspeed\ttoll\tlink_type\t;',
    ...rows,
    '',
  ].join('\n');
}

export function tripsText(body: string, total = '12', zones = '2'): string {
  return `<NUMBER OF ZONES> ${zones}\n<TOTAL OD FLOW> ${total}\n<END OF METADATA>\n\n\n${body}\n`;
}
