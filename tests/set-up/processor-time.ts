/** Milliseconds of processor time that this process has had: the machine's other work is not in them. */
export function processorMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
}
