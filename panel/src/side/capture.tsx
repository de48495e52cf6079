/** One line and Enter: its kind by a letter, a key or a tap, and who said it by "@". */

import { useEffect, useRef, useState } from "preact/hooks";
import { Close, Plus } from "../shared/icons.tsx";
import { fill } from "../shared/words.ts";
import { FIRST_KINDS, KINDS, type NameBegun, kindBefore, kindOfKey, letterOf, namesFor, namesIn, withoutName } from "./kinds.ts";
import type { ShownState } from "./overlay.ts";
import { Room, isTooLong } from "./room.tsx";
import type { NoteKind } from "./state.ts";
import type { View } from "./view.ts";

export interface Draft {
  readonly text: string;
  readonly kind: NoteKind;
  readonly who: string;
}

export interface Drafting {
  /** What stands in the line; it outlives a look at another view. */
  readonly draft: Draft;
  readonly onDraft: (draft: Draft) => void;
}

export const EMPTY: Draft = { text: "", kind: "note", who: "" };

/** An older server knows three kinds and nobody who said it. */
function knowsCalls({ call, hour }: ShownState): boolean {
  return call !== undefined || hour !== undefined;
}

/** `isFolded`: the line alone, until somebody goes to it. */
export function Capture({ state, words, act, draft, onDraft, isFolded = false }: View & Drafting & { isFolded?: boolean }) {
  const line = useRef<HTMLInputElement>(null);
  const [isUsed, setUsed] = useState(!isFolded || draft.text !== "");
  const isNewer = knowsCalls(state);
  const [letter, setLetter] = useState("");
  const [begun, setBegun] = useState<NameBegun | null>(null);
  const [at, setAt] = useState(0);

  const write = (text: string, caret: number): void => {
    const found = isNewer && draft.text !== text && letter === "" ? kindBefore(text, words) : null;
    setLetter(found ? text.slice(0, 2) : text === "" ? "" : letter);
    onDraft({ ...draft, text: found ? found.rest : text, kind: found ? found.kind : draft.kind });
    setBegun(isNewer && !found ? namesFor(text, caret, namesIn(state)) : null);
    setAt(0);
  };
  const pick = (name: string): void => {
    const caret = line.current?.selectionStart ?? draft.text.length;
    if (begun) onDraft({ ...draft, text: withoutName(draft.text, begun, caret), who: name });
    setBegun(null);
    line.current?.focus();
  };
  const add = (event: SubmitEvent): void => {
    event.preventDefault();
    const text = draft.text.trim();
    if (!text || isTooLong(text) || !state.meeting) return;
    const who = draft.who ? { who: draft.who } : {};
    act({ path: "note", body: { meeting: state.meeting.id, id: crypto.randomUUID(), kind: draft.kind, text, ...who } });
    onDraft(EMPTY);
    setLetter("");
    setBegun(null);
    line.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const kind = isNewer ? kindOfKey(event) : null;
    if (kind) {
      event.preventDefault();
      onDraft({ ...draft, kind });
    } else if (begun) {
      moveAmong(event, begun);
    } else if (event.key === "Backspace" && line.current?.selectionEnd === 0) {
      takeBack(event);
    }
  };
  const moveAmong = (event: KeyboardEvent, { names: found }: NameBegun): void => {
    const chosen = found[at];
    if (event.key === "ArrowDown" || event.key === "ArrowUp") setAt((at + (event.key === "ArrowDown" ? 1 : found.length - 1)) % found.length);
    else if ((event.key === "Enter" || event.key === "Tab") && chosen) pick(chosen);
    else if (event.key === "Escape") setBegun(null);
    else return;
    event.preventDefault();
  };
  /** Backspace before the first letter: the letter that was taken for a kind comes back, then the name goes. */
  const takeBack = (event: KeyboardEvent): void => {
    if (letter.trim()) {
      event.preventDefault();
      onDraft({ ...draft, text: letter + draft.text, kind: "note" });
      setLetter(" ");
    } else if (draft.who) {
      onDraft({ ...draft, who: "" });
    }
  };
  const isOpen = begun !== null;
  return (
    <form class="capture" onSubmit={add}>
      <label class="field" for="note-line"><span>{words.write}</span></label>
      <div class="one-line">
        <input
          id="note-line" ref={line} type="text" dir="auto" autocomplete="off" enterkeyhint="done"
          aria-invalid={isTooLong(draft.text)} aria-describedby={isNewer ? "note-room note-help" : "note-room"}
          {...(isNewer && {
            role: "combobox", "aria-autocomplete": "list", "aria-expanded": isOpen, "aria-controls": "note-names",
            "aria-activedescendant": isOpen ? `note-name-${at}` : undefined,
          })}
          placeholder={words.notePlaceholder} value={draft.text} onKeyDown={onKeyDown} onFocus={() => setUsed(true)} onBlur={() => setBegun(null)}
          onInput={(event) => write(event.currentTarget.value, event.currentTarget.selectionStart ?? event.currentTarget.value.length)}
        />
        <button type="submit" class="primary square" aria-label={words.add}><Plus /></button>
      </div>
      {isNewer && <Names begun={begun} at={at} label={words.whoSaid} onPick={pick} />}
      {draft.who && (
        <p class="who-said">
          <span><span class="quiet">{words.saidBy}</span> <bdi>{draft.who}</bdi></span>
          <button
            type="button" class="ghost square" aria-label={fill(words.remove, { text: draft.who })}
            onClick={() => onDraft({ ...draft, who: "" })}
          >
            <Close />
          </button>
        </p>
      )}
      <Room id="note-room" text={draft.text} words={words} />
      <fieldset hidden={!isUsed} class={isNewer ? "kinds five" : "kinds"}>
        <legend class="hidden">{words.kind}</legend>
        {(isNewer ? KINDS : FIRST_KINDS).map((kind) => (
          <label key={kind}>
            <input type="radio" name="kind" value={kind} checked={draft.kind === kind} onChange={() => onDraft({ ...draft, kind })} />
            <span>{isNewer ? <Marked word={words[kind]} letter={letterOf(kind, words)} /> : words[kind]}</span>
          </label>
        ))}
      </fieldset>
      {isNewer && <p class="hint" id="note-help" hidden={!isUsed}>{words.captureHelp}</p>}
    </form>
  );
}

interface NamesProps {
  readonly begun: NameBegun | null;
  readonly at: number;
  readonly label: string;
  readonly onPick: (name: string) => void;
}

function Names({ begun, at, label, onPick }: NamesProps) {
  const found = begun?.names ?? [];
  const hold = (event: MouseEvent): void => event.preventDefault();
  return (
    <ul class="names" id="note-names" role="listbox" aria-label={label} hidden={!begun}>
      {found.map((name, index) => (
        <li key={name} id={`note-name-${index}`} role="option" aria-selected={index === at} onMouseDown={hold} onClick={() => onPick(name)}>
          <bdi>{name}</bdi>
        </li>
      ))}
    </ul>
  );
}

/** The kind's name with its letter underlined. */
function Marked({ word, letter }: { word: string; letter: string }) {
  const at = word.toLocaleLowerCase().indexOf(letter);
  if (at < 0 || !letter) return <>{word}</>;
  return <bdi class="marked">{word.slice(0, at)}<u>{word.slice(at, at + 1)}</u>{word.slice(at + 1)}</bdi>;
}

/** What the person was writing; a line that the server would not take comes back, unless another one was begun. */
export function useDraft(refused: Draft | null): [Draft, (draft: Draft) => void] {
  const [draft, setDraft] = useState<Draft>(EMPTY);
  useEffect(() => {
    if (refused) setDraft((now) => (now.text ? joined(refused, now) : refused));
  }, [refused]);
  return [draft, setDraft];
}

function joined(refused: Draft, begun: Draft): Draft {
  return { text: `${refused.text} ${begun.text}`, kind: begun.kind === "note" ? refused.kind : begun.kind, who: begun.who || refused.who };
}
