import type { Happening, Problem } from '../../sim';
import { type Catalogue, catalogues, type Language } from './catalogue';

/** The sentence for a happening; its bare code where nobody has written one yet. */
export function sayHappening(happening: Happening, place: string, language: Language): string {
  const say = catalogues[language].happeningTexts[happening.code];
  return say ? say({ place, values: happening.values }) : `${happening.code} · ${place}`;
}

/** What a person is told about a problem: the text of its code, else of its family ('scene'), else the code itself. */
export function sayProblem(problem: Problem, text: Catalogue): string {
  return text.problemTexts[problem.code] ?? text.problemTexts[problem.code.split('.')[0]] ?? problem.code;
}

/** What a scenario is called: as somebody named it, else by its number. */
export function scenarioName(
  { name, number }: { readonly name: string; readonly number: number },
  text: Catalogue,
): string {
  return name || text.scenarios.untitled({ number });
}

/** The name of a kind of change, or of one of its settings or options, where the table knows it. */
export function kindName(kind: string, text: Catalogue): string {
  return (text.kinds as Readonly<Record<string, { readonly name: string }>>)[kind]?.name ?? kind;
}

export function kindDoes(kind: string, text: Catalogue): string {
  return (text.kinds as Readonly<Record<string, { readonly does: string }>>)[kind]?.does ?? '';
}

interface AnyFieldWords {
  readonly name: string;
  readonly options?: Readonly<Record<string, string>>;
}

function fieldWords(kind: string, field: string, text: Catalogue): AnyFieldWords | undefined {
  return (text.kinds as Readonly<Record<string, { readonly fields: Readonly<Record<string, AnyFieldWords>> }>>)[kind]
    ?.fields[field];
}

export function fieldName(kind: string, field: string, text: Catalogue): string {
  return fieldWords(kind, field, text)?.name ?? field;
}

export function optionName(kind: string, field: string, option: string, text: Catalogue): string {
  return fieldWords(kind, field, text)?.options?.[option] ?? option;
}
