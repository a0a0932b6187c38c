/** The command line's one way in: reads the call, runs the command, answers on standard output, ends with its code. */
import { performance } from 'node:perf_hooks';
import { readArguments } from './arguments';
import { packageVersion } from './build-info';
import { type Command, commands } from './commands';
import type { Answer, Context } from './context';
import { helpFor, helpForAll } from './help';
import { nearest } from './nearest';
import { printProblems } from './print-problems';
import { createProgress } from './progress-bar';
import { Failure, Interrupted, Refusal, refuse } from './refusal';
import { removeUnfinished } from './write-file';

const INTERRUPTED = 130; // 128 + SIGINT, as shells have it

export async function main(argv: readonly string[], place: { readonly root: string }): Promise<number> {
  const stop = new AbortController();
  const interrupt = () => {
    if (stop.signal.aborted) process.exit(INTERRUPTED); // the second Ctrl-C does not wait
    stop.abort();
  };
  process.on('SIGINT', interrupt);
  process.on('SIGTERM', interrupt);
  process.on('exit', removeUnfinished);
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EPIPE') process.exit(INTERRUPTED);
      if (stream === process.stdout) process.stderr.write(`cityloom: the answer cannot be written (${error.code})\n`);
      process.exit(1);
    });
  }
  const json = argv.includes('--json');
  const progress = createProgress(process.stderr, () => performance.now());
  const context: Context = {
    root: place.root,
    cwd: process.cwd(),
    json,
    signal: stop.signal,
    progress,
    log: (line) => void process.stderr.write(`${line}\n`),
  };
  try {
    const answer = await perform(argv, context);
    progress.clear();
    await write(process.stdout, json ? `${JSON.stringify(answer.document)}\n` : ensureLine(answer.text));
    return answer.exitCode ?? 0;
  } catch (error) {
    progress.clear();
    if (error instanceof Interrupted) return INTERRUPTED;
    if (!(error instanceof Refusal || error instanceof Failure)) throw error;
    if (json) await write(process.stdout, `${JSON.stringify({ ok: false, problems: error.problems })}\n`);
    else await write(process.stderr, printProblems(error.problems));
    return error instanceof Refusal ? 2 : 1;
  } finally {
    process.off('SIGINT', interrupt);
    process.off('SIGTERM', interrupt);
  }
}

async function perform(argv: readonly string[], context: Context): Promise<Answer> {
  const [word, ...rest] = argv.filter((each, i) => each !== '--json' || i > argv.indexOf('--json'));
  if (word === undefined)
    throw refuse('call.no-command', `no command is given; one of ${Object.keys(commands).join(', ')}`);
  if (word === '--version' || word === 'version') {
    return { document: { version: packageVersion, node: process.versions.node }, text: packageVersion };
  }
  if (word === '--help' || word === '-h' || word === 'help') {
    const about = rest[0];
    if (about === undefined) return helpForAll();
    return helpFor(commandNamed(about).spec);
  }
  const command = commandNamed(word);
  const given = readArguments(command.spec, rest);
  if (given.flag('help')) return helpFor(command.spec);
  const run = await command.load();
  return run(given, context);
}

function commandNamed(word: string): Command {
  if (Object.hasOwn(commands, word)) return commands[word];
  const near = nearest(word, Object.keys(commands));
  const shown = JSON.stringify(word.length > 80 ? `${word.slice(0, 80)}…` : word);
  const hint = near ? `did you mean ${near}?` : `one of ${Object.keys(commands).join(', ')}`;
  throw refuse('call.unknown-command', `unknown command ${shown}; ${hint}`);
}

function ensureLine(text: string): string {
  return text.endsWith('\n') ? text : `${text}\n`;
}

/** Resolves once the text is on its way: a pipe may take it in parts. */
function write(stream: NodeJS.WritableStream, text: string): Promise<void> {
  return new Promise((resolve) => {
    stream.write(text, () => resolve());
  });
}
