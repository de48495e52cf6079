/** What the page says at its foot and above its panes: news, problems, and that the server is gone. */

import { Close } from "./icons.tsx";
import type { Words } from "./words.ts";

export interface Note {
  readonly text: string;
  readonly isProblem: boolean;
}

export function NoteLine({ note, words, onClose }: { note: Note | null; words: Words; onClose: () => void }) {
  return (
    <div class="notes" role="status" aria-live="polite">
      {note && (
        <div class={note.isProblem ? "note-line problem" : "note-line"}>
          <span {...(note.isProblem ? { "data-testid": "problem" } : { "data-testid": "news" })}>{note.text}</span>
          <button type="button" class="ghost" aria-label={words.dismiss} onClick={onClose}>
            <Close />
          </button>
        </div>
      )}
    </div>
  );
}

export function Problems({ problems, words }: { problems: readonly string[]; words: Words }) {
  if (problems.length === 0) return null;
  return (
    <ul class="banner" aria-label={words.problems}>
      {problems.map((problem, index) => <li key={index} data-testid="problem">{problem}</li>)}
    </ul>
  );
}

export function GoneLine({ isGone, words }: { isGone: boolean; words: Words }) {
  return (
    <div role="status" aria-live="polite">
      {isGone && (
        <p class="banner gone" data-testid="gone">
          <strong>{words.gone}</strong> {words.goneHint}
        </p>
      )}
    </div>
  );
}
