/** The short ways of a line: a letter before it says its kind, and an "@" begins the name of who said it. */

import type { NoteKind, PanelState } from "./state.ts";
import type { Words } from "./words.ts";

/** In the order of their numbers with the Alt key. The last two came with the server that knows calls. */
export const KINDS: readonly NoteKind[] = ["note", "parked", "promise", "concern", "decision"];
export const FIRST_KINDS: readonly NoteKind[] = ["note", "parked", "promise"];

const MOST_NAMES = 5;

/** The letter that stands for a kind; none of them is a word by itself in its language. */
export function letterOf(kind: NoteKind, words: Words): string {
  return words.kindLetters[KINDS.indexOf(kind)] ?? "";
}

/** What "p we send it on Monday" says: the kind and the rest. Null where the line begins with no such letter. */
export function kindBefore(text: string, words: Words): { kind: NoteKind; rest: string } | null {
  const kind = KINDS.find((one) => text.startsWith(`${letterOf(one, words)} `));
  return kind ? { kind, rest: text.slice(2) } : null;
}

/** The kind that Alt and a digit ask for, whatever the keyboard would write with them. */
export function kindOfKey(event: KeyboardEvent): NoteKind | null {
  if (!event.altKey || event.ctrlKey || event.metaKey) return null;
  const digit = /^(?:Digit|Numpad)([1-5])$/.exec(event.code)?.[1];
  return (digit && KINDS[Number(digit) - 1]) || null;
}

/** Everybody's name, each once. */
export function namesIn({ people, room }: Pick<PanelState, "people" | "room">): readonly string[] {
  return [...new Set([...people, ...(room?.people ?? [])].map(({ name }) => name).filter(Boolean))];
}

export interface NameBegun {
  /** Where the "@" stands. */
  readonly at: number;
  readonly names: readonly string[];
}

/** The names that the "@Mar" just before the caret may become; null where none is begun or none fits. */
export function namesFor(text: string, caret: number, names: readonly string[]): NameBegun | null {
  const begun = /(?:^|\s)@([^@]{0,40})$/u.exec(text.slice(0, caret));
  if (!begun) return null;
  const wished = plain(begun[1] ?? "");
  const fits = (name: string): boolean => {
    const whole = plain(name);
    return whole.startsWith(wished) || whole.split(/[\s-]+/).some((part) => part.startsWith(wished));
  };
  const found = names.filter(fits).slice(0, MOST_NAMES);
  return found.length > 0 ? { at: caret - (begun[1] ?? "").length - 1, names: found } : null;
}

/** The line without the name begun in it. */
export function withoutName(text: string, { at }: NameBegun, caret: number): string {
  return `${text.slice(0, at).trimEnd()} ${text.slice(caret).trimStart()}`.trimStart();
}

/** Small letters without their accents: "joao" finds João. */
function plain(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLocaleLowerCase();
}
