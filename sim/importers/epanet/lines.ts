/**
 * A file of EPANET's format as its sections and tokens, by line (EPANET 2.2 Users Manual, appendix C.1): sections by
 * the first letters of their name, words between blanks, tabs and commas or within quotes, remarks from a semicolon on.
 */
import { type Problem, problem, warning } from '../../kernel';

/** As far as the engine compares them. */
const sections = {
  '[TITL': 'TITLE',
  '[JUNC': 'JUNCTIONS',
  '[RESE': 'RESERVOIRS',
  '[TANK': 'TANKS',
  '[PIPE': 'PIPES',
  '[PUMP': 'PUMPS',
  '[VALV': 'VALVES',
  '[CONT': 'CONTROLS',
  '[RULE': 'RULES',
  '[DEMA': 'DEMANDS',
  '[SOUR': 'SOURCES',
  '[EMIT': 'EMITTERS',
  '[PATT': 'PATTERNS',
  '[CURV': 'CURVES',
  '[QUAL': 'QUALITY',
  '[STAT': 'STATUS',
  '[ROUG': 'ROUGHNESS',
  '[ENER': 'ENERGY',
  '[REAC': 'REACTIONS',
  '[MIXI': 'MIXING',
  '[REPO': 'REPORT',
  '[TIME': 'TIMES',
  '[OPTI': 'OPTIONS',
  '[COOR': 'COORDINATES',
  '[VERT': 'VERTICES',
  '[LABE': 'LABELS',
  '[BACK': 'BACKDROP',
  '[TAGS': 'TAGS',
  '[LEAK': 'LEAKAGE',
  '[END]': 'END',
} as const;
export type Section = (typeof sections)[keyof typeof sections];

export interface Line {
  readonly number: number;
  readonly section: Section;
  readonly words: readonly string[];
}

/** The engine takes no longer line. */
const LONGEST_LINE = 1_024;
const MOST_LISTED = 200;

/** Collects what is wrong, by line. */
export class Complaints {
  readonly #errors: Problem[] = [];
  readonly #warnings: Problem[] = [];
  #more = 0;

  error(code: string, { number, section }: Pick<Line, 'number' | 'section'>, message: string, field?: string): void {
    if (this.#errors.length >= MOST_LISTED) this.#more++;
    else this.#errors.push(problem(`epanet.${code}`, pathOf(number, section, field), message));
  }

  warn(code: string, { number, section }: Pick<Line, 'number' | 'section'>, message: string, field?: string): void {
    if (this.#warnings.length < MOST_LISTED) {
      this.#warnings.push(warning(`epanet.${code}`, pathOf(number, section, field), message));
    }
  }

  ofFile(code: string, message: string): void {
    this.#errors.push(problem(`epanet.${code}`, [], message));
  }

  get errors(): readonly Problem[] {
    if (this.#more === 0) return this.#errors;
    return [...this.#errors, problem('epanet.more', [], `${this.#more} more problems are not listed`)];
  }

  get warnings(): readonly Problem[] {
    return this.#warnings;
  }
}

function pathOf(line: number, section: Section, field?: string): readonly (string | number)[] {
  return field === undefined ? ['line', line, section] : ['line', line, section, field];
}

export function readLines(text: string, complaints: Complaints): Line[] {
  const lines: Line[] = [];
  let section: Section | null = null;
  let number = 0;
  for (const raw of text.split(/\r\n|\n|\r/)) {
    number++;
    const isFirst = number === 1 && raw.startsWith('\ufeff');
    const whole = isFirst ? raw.slice(1) : raw;
    const words = wordsOf(whole);
    if (words.length === 0) continue;
    if (words[0].startsWith('[')) {
      section = sectionOf(words[0]);
      if (section === null) {
        complaints.error(
          'unknown-section',
          { number, section: 'TITLE' },
          `met ${shown(words[0])}, no section that EPANET has`,
        );
        section = 'LABELS'; // what follows belongs to nobody
      }
      if (section === 'END') break;
      continue;
    }
    if (section === null) {
      complaints.error(
        'before-sections',
        { number, section: 'TITLE' },
        `met ${shown(words[0])} before the first section`,
      );
      section = 'LABELS';
    }
    if (whole.length > LONGEST_LINE && section !== 'TITLE') {
      complaints.error(
        'long-line',
        { number, section },
        `has ${whole.length} characters, expected at most ${LONGEST_LINE}`,
      );
    }
    if (section !== 'TITLE') lines.push({ number, section, words });
    else lines.push({ number, section, words: [whole.trim()] });
  }
  return lines;
}

function sectionOf(word: string): Section | null {
  const upper = word.toUpperCase();
  for (const [start, name] of Object.entries(sections)) if (upper.startsWith(start)) return name;
  return null;
}

function wordsOf(line: string): string[] {
  const words: string[] = [];
  let at = 0;
  while (at < line.length) {
    const c = line[at];
    if (c === ';') break;
    if (c === ' ' || c === '\t' || c === ',') at++;
    else if (c === '"') {
      const end = line.indexOf('"', at + 1);
      words.push(line.slice(at + 1, end < 0 ? undefined : end));
      at = end < 0 ? line.length : end + 1;
    } else {
      const from = at;
      while (at < line.length && !' \t,;"'.includes(line[at])) at++;
      words.push(line.slice(from, at));
    }
  }
  return words;
}

export const shown = (word: string): string => JSON.stringify(word.length > 60 ? `${word.slice(0, 60)}…` : word);
