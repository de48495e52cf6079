/** Notes: one line and Enter; kept in the page until the server has it. */

import { timeIn } from "../shared/clock.ts";
import { Close } from "../shared/icons.tsx";
import { fill } from "../shared/words.ts";
import { Capture, type Drafting } from "./capture.tsx";
import type { ShownNote } from "./overlay.ts";
import type { View } from "./view.ts";

type Props = View & Drafting;

export function Notes(props: Props) {
  const { state, words } = props;
  const newest = [...state.notes].reverse().sort((one, other) => ageOf(other).localeCompare(ageOf(one), "en"));
  const sorted = newest.sort((one, other) => Number(one.is_done) - Number(other.is_done));
  return (
    <>
      <Capture {...props} />
      {sorted.length === 0 ? (
        <div class="empty">
          <p><strong>{words.noNotes}</strong></p>
          <p>{words.noNotesHint}</p>
        </div>
      ) : (
        <ul class="notes" aria-label={words.notes}>
          {sorted.map((note) => <li key={note.id} class="card note" data-saved={note.isSaved}><Row note={note} {...props} /></li>)}
        </ul>
      )}
      <p class="hint">{words.private}</p>
    </>
  );
}

/** What is not saved yet was just written. */
function ageOf({ isSaved, made_at }: ShownNote): string {
  return isSaved ? made_at : "~";
}

function Row({ note, state, words, act, say }: Props & { note: ShownNote }) {
  const remove = (): void => {
    act({ path: "note-remove", body: { id: note.id } });
    say(words.removed, () => putBack(note));
  };
  const putBack = ({ kind, text, is_done, who }: ShownNote): void => {
    const id = crypto.randomUUID();
    act({ path: "note", body: { meeting: state.meeting?.id ?? "", id, kind, text, ...(who && { who }) } });
    if (is_done) act({ path: "note-done", body: { id, is_done } });
  };
  return (
    <>
      <label class={note.is_done ? "tick done" : "tick"}>
        <input
          type="checkbox" checked={note.is_done}
          onChange={(event) => act({ path: "note-done", body: { id: note.id, is_done: event.currentTarget.checked } })}
        />
        <span>
          <span dir="auto" class="note-text">{note.text}</span>
          <small>
            {note.kind !== "note" && <span class={`kind ${note.kind}`}>{words[note.kind] ?? note.kind}</span>}
            {note.who && <bdi class="kind-who">{note.who}</bdi>}
            <span class={note.isSaved ? "made" : "unsaved"}>
              {note.isSaved ? timeIn(note.made_at, state.zone, state.language) : words.notSaved}
            </span>
          </small>
        </span>
      </label>
      <button type="button" class="ghost square" aria-label={fill(words.remove, { text: note.text })} onClick={remove}><Close /></button>
    </>
  );
}
