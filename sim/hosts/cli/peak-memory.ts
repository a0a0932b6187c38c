import { readFileSync } from 'node:fs';

const KIB_PER_MIB = 1_024;

/**
 * The most memory that this process has held, in MiB. What the system counts as such (`getrusage`) is handed down on
 * Linux from whoever started the process, so a small run in the service of a large program looked as large as that;
 * the high-water mark of the process's own memory begins with its program.
 */
export function peakRssMb(): number {
  const own = /^VmHWM:\s*(\d+) kB$/m.exec(statusOfProcess())?.[1];
  return (own === undefined ? process.resourceUsage().maxRSS : Number(own)) / KIB_PER_MIB;
}

/** Empty where there is no such file. */
function statusOfProcess(): string {
  try {
    return readFileSync('/proc/self/status', 'utf8');
  } catch {
    return '';
  }
}
