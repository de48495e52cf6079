/** How much still fits into a line: said before it is sent, so that nothing is ever cut. */

import { fill } from "../shared/words.ts";
import type { Words } from "./words.ts";

const LONGEST = 500;
const SAID_FROM = 400;

export function isTooLong(text: string): boolean {
  return lettersIn(text) > LONGEST;
}

export function Room({ id, text, words }: { id: string; text: string; words: Words }) {
  const n = lettersIn(text);
  if (n < SAID_FROM) return null;
  const said = fill(n > LONGEST ? words.tooLong : words.letters, { n, most: LONGEST });
  return <p id={id} class="hint room" data-testid="room" data-over={n > LONGEST} role={n > LONGEST ? "alert" : undefined}>{said}</p>;
}

/** As the server counts them: characters, not halves of them. */
function lettersIn(text: string): number {
  return [...text.trim()].length;
}
