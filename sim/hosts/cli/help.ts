import { type CommandSpec, commonOptions } from './arguments';
import { commands } from './commands';
import type { Answer } from './context';

export function helpForAll(): Answer {
  const specs = Object.values(commands).map((command) => command.spec);
  const width = Math.max(...specs.map((spec) => usageOf(spec).length));
  const lines = specs.map((spec) => `  ${usageOf(spec).padEnd(width)}  ${spec.says}`);
  const text = [
    'cityloom <command> …',
    '',
    ...lines,
    `  ${'help [command]'.padEnd(width)}  says what a command does and takes`,
    `  ${'--version'.padEnd(width)}  says which version this is`,
    '',
    'Every command takes --json. It ends with 0 on success, 1 when a run failed, 2 when its input was bad.',
  ].join('\n');
  return { document: { commands: specs }, text };
}

export function helpFor(spec: CommandSpec): Answer {
  const options = Object.entries({ ...spec.options, ...commonOptions }).map(
    ([name, option]) => [`--${name}${option.operand ? ` ${option.operand}` : ''}`, option.says] as const,
  );
  const width = Math.max(...options.map(([written]) => written.length));
  const text = [
    `cityloom ${usageOf(spec)}`,
    '',
    spec.says,
    '',
    ...options.map(([written, says]) => `  ${written.padEnd(width)}  ${says}`),
    '',
    ...spec.examples.map((example) => `  cityloom ${example}`),
  ].join('\n');
  return { document: spec, text };
}

function usageOf(spec: CommandSpec): string {
  const operands = spec.operands.map((operand) =>
    operand.endsWith('?') ? `[${operand.slice(0, -1)}]` : `<${operand}>`,
  );
  return [spec.name, ...operands].join(' ');
}
