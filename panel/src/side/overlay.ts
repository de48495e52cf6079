/** The server's state with what the person did since laid over it, so that every tap shows at once. */

import type { Entry, MustBody, NoteBody, Write } from "./outbox.ts";
import { changed, withHour } from "./overlay-hour.ts";
import type { Note, PanelState } from "./state.ts";

/** A note as the panel shows it: `isSaved` says whether the server has it. */
export interface ShownNote extends Note {
  readonly isSaved: boolean;
}

export type ShownState = Omit<PanelState, "notes"> & { readonly notes: readonly ShownNote[] };

/** `state` as it will be once all of `entries` are done. */
export function withWrites(state: PanelState, entries: readonly Entry[]): ShownState {
  const saved = { ...state, notes: state.notes.map((note) => ({ ...note, isSaved: true })) };
  return entries.reduce<ShownState>((shown, entry) => laidOver(shown, entry.write, entry.sentAt !== null), saved);
}

function laidOver(state: ShownState, write: Write, isSaved: boolean): ShownState {
  switch (write.path) {
    case "note":
      return withNote(state, write.body, isSaved);
    case "note-done":
      return { ...state, notes: changed(state.notes, write.body.id, { is_done: write.body.is_done }) };
    case "note-remove":
      return { ...state, notes: state.notes.filter(({ id }) => id !== write.body.id) };
    case "must":
      return withMust(state, write.body);
    case "role": {
      const { address, role } = write.body;
      return { ...state, people: state.people.map((one) => (one.address === address ? { ...one, role } : one)) };
    }
    case "tick":
      if (write.body.meeting !== state.meeting?.id) return state;
      return { ...state, checklist: changed(state.checklist, write.body.check, { is_ticked: write.body.is_ticked }) };
    default:
      return write.body.meeting === state.meeting?.id ? { ...state, ...withHour(state, write) } : state;
  }
}

function withNote(state: ShownState, body: NoteBody, isSaved: boolean): ShownState {
  if (body.meeting !== state.meeting?.id || state.notes.some(({ id }) => id === body.id)) return state;
  const { id, kind, text, who = null } = body;
  return { ...state, notes: [...state.notes, { id, kind, text, who, made_at: "", is_done: false, isSaved }] };
}

function withMust(state: ShownState, body: MustBody): ShownState {
  if (body.meeting !== state.meeting?.id) return state;
  const { id, text, is_done, is_moved = false, minutes = null, decides = null } = body;
  if (state.must.some((one) => one.id === id)) return { ...state, must: changed(state.must, id, { is_done, is_moved }) };
  return text ? { ...state, must: [...state.must, { id, text, is_done, own: true, minutes, decides }] } : state;
}
