/** Notes: one line and Enter; kept in the page until the server has it. */

import { useEffect, useRef, useState } from "preact/hooks";
import { timeIn } from "../shared/clock.ts";
import { Close, Plus } from "../shared/icons.tsx";
import { fill } from "../shared/words.ts";
import type { ShownNote } from "./overlay.ts";
import { Room, isTooLong } from "./room.tsx";
import type { NoteKind } from "./state.ts";
import type { View } from "./view.ts";

const KINDS: readonly NoteKind[] = ["note", "parked", "promise"];

export interface Draft {
  readonly text: string;
  readonly kind: NoteKind;
}

interface Props extends View {
  /** What stands in the line; it outlives a look at another view. */
  readonly draft: Draft;
  readonly onDraft: (draft: Draft) => void;
}

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

function Capture({ state, words, act, draft, onDraft }: Props) {
  const line = useRef<HTMLInputElement>(null);
  const add = (event: SubmitEvent): void => {
    event.preventDefault();
    const text = draft.text.trim();
    if (!text || isTooLong(text) || !state.meeting) return;
    act({ path: "note", body: { meeting: state.meeting.id, id: crypto.randomUUID(), kind: draft.kind, text } });
    onDraft({ text: "", kind: "note" });
    line.current?.focus();
  };
  return (
    <form class="capture" onSubmit={add}>
      <label class="field" for="note-line"><span>{words.write}</span></label>
      <div class="one-line">
        <input
          id="note-line" ref={line} type="text" dir="auto" autocomplete="off" enterkeyhint="done"
          aria-invalid={isTooLong(draft.text)} aria-describedby="note-room"
          placeholder={words.notePlaceholder} value={draft.text} onInput={(event) => onDraft({ ...draft, text: event.currentTarget.value })}
        />
        <button type="submit" class="primary square" aria-label={words.add}><Plus /></button>
      </div>
      <Room id="note-room" text={draft.text} words={words} />
      <fieldset class="kinds">
        <legend class="hidden">{words.kind}</legend>
        {KINDS.map((kind) => (
          <label key={kind}>
            <input type="radio" name="kind" value={kind} checked={draft.kind === kind} onChange={() => onDraft({ ...draft, kind })} />
            <span>{words[kind]}</span>
          </label>
        ))}
      </fieldset>
    </form>
  );
}

function Row({ note, state, words, act, say }: Props & { note: ShownNote }) {
  const remove = (): void => {
    act({ path: "note-remove", body: { id: note.id } });
    say(words.removed, () => putBack(note));
  };
  const putBack = ({ kind, text, is_done }: ShownNote): void => {
    const id = crypto.randomUUID();
    act({ path: "note", body: { meeting: state.meeting?.id ?? "", id, kind, text } });
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
            {note.kind !== "note" && <span class={`kind ${note.kind}`}>{words[note.kind]}</span>}
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

/** What the person was writing; a line that the server would not take comes back, unless another one was begun. */
export function useDraft(refused: Draft | null): [Draft, (draft: Draft) => void] {
  const [draft, setDraft] = useState<Draft>({ text: "", kind: "note" });
  useEffect(() => {
    if (refused) setDraft((now) => (now.text ? joined(refused, now) : refused));
  }, [refused]);
  return [draft, setDraft];
}

function joined(refused: Draft, begun: Draft): Draft {
  return { text: `${refused.text} ${begun.text}`, kind: begun.kind === "note" ? refused.kind : begun.kind };
}
