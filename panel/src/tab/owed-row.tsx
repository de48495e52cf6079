/** One promise: when it is due, for whom, in whose words; done with a way back, waited for, the client warned. */

import { useEffect, useId, useRef, useState } from "preact/hooks";
import { type Api, Refusal } from "../shared/api.ts";
import { openable, OutLink } from "../shared/links.tsx";
import { fill } from "../shared/words.ts";
import type { Owed, Warned } from "./state.ts";
import type { Words } from "./words.ts";

export type OwedAct = (one: Owed, what: "done" | "drop" | "reopen" | "wait", value?: object) => Promise<boolean>;

interface Props {
  readonly one: Owed;
  readonly words: Words;
  readonly api: Api;
  readonly act: OwedAct;
}

export function OwedRow({ one, words, api, act }: Props) {
  const [isWaiting, setWaiting] = useState(false);
  const [warned, setWarned] = useState<Warned | string | null>(null);
  const isOpen = one.status === "open";
  const warn = (): void => {
    api
      .write<Warned>("draft", { client: one.client, kind: "warn", promise: one.id })
      .then(setWarned)
      .catch((error: unknown) => setWarned(error instanceof Refusal ? error.message : words.unreachable));
  };
  return (
    <div class={isOpen ? "owed" : "owed done"} data-testid="owed">
      <p class="when">
        <span class={chipOf(one)}>{one.due}</span> <bdi class="quiet">{one.client_name}</bdi>
      </p>
      <h3 dir="auto">{one.what}</h3>
      {one.who && <p class="quiet"><bdi>{one.who}</bdi></p>}
      {isOpen && one.waiting && <p class={one.upstream === "waiting" ? "quiet" : "problem"} dir="auto">{one.waiting}</p>}
      {one.quote && <blockquote class="quiet" dir="auto">“{one.quote}”</blockquote>}
      <p class="hint" dir="auto">{one.source}{isOpen && one.doubt && ` · ${one.doubt}`}</p>
      <div class="acts">
        <button
          type="button" aria-label={fill(isOpen ? words.owedDoneOf : words.owedUndoOf, { what: one.what })}
          onClick={() => void act(one, isOpen ? "done" : "reopen")}
        >
          {isOpen ? words.done : words.undo}
        </button>
        {isOpen && one.side === "ours" && (
          <>
            <button type="button" aria-expanded={isWaiting} onClick={() => setWaiting(!isWaiting)}>{words.iWait}</button>
            <button type="button" onClick={warn}>{words.warn}</button>
          </>
        )}
        {isOpen && (
          <button type="button" class="ghost" aria-label={fill(words.owedDropOf, { what: one.what })} onClick={() => void act(one, "drop")}>
            {words.drop}
          </button>
        )}
      </div>
      {isOpen && isWaiting && <WaitForm {...{ one, words, act }} onDone={() => setWaiting(false)} />}
      <div role="status">{isOpen && warned && <Draft {...{ warned, words }} />}</div>
    </div>
  );
}

function WaitForm({ one, words, act, onDone }: Omit<Props, "api"> & { onDone: () => void }) {
  const id = useId();
  const first = useRef<HTMLInputElement>(null);
  const [who, setWho] = useState(one.waits_for);
  const [until, setUntil] = useState(one.waits_until ?? "");
  useEffect(() => first.current?.focus(), []);
  const save = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    if (await act(one, "wait", { for: who, until })) onDone();
  };
  return (
    <form class="wait" onSubmit={(event) => void save(event)}>
      <div class="field">
        <label for={`${id}-who`}>{words.waitFor}</label>
        <input id={`${id}-who`} type="text" ref={first} maxLength={80} value={who} onInput={(event) => setWho(event.currentTarget.value)} />
      </div>
      <div class="field">
        <label for={`${id}-until`}>{words.waitUntil}</label>
        <input id={`${id}-until`} type="date" value={until} onInput={(event) => setUntil(event.currentTarget.value)} />
      </div>
      <div class="acts">
        <button type="submit" class="primary">{words.remember}</button>
        <button type="button" onClick={onDone}>{words.cancel}</button>
      </div>
    </form>
  );
}

function Draft({ warned, words }: { warned: Warned | string; words: Words }) {
  if (typeof warned === "string") return <p class="problem" dir="auto">{warned}</p>;
  const link = openable(warned.link);
  return (
    <div class="draft" data-testid="draft">
      <p class="hint">{words.draftMade}</p>
      <p dir="auto"><strong>{warned.subject}</strong></p>
      <p class="words" dir="auto">{warned.text}</p>
      {warned.objections.map((text) => <p key={text} class="problem" dir="auto">{text}</p>)}
      {link && <OutLink url={link} text={words.openDraft} hint={words.newWindow} />}
    </div>
  );
}

function chipOf({ state, status }: Owed): string {
  if (status !== "open") return "chip";
  return { late: "chip late", soon: "chip warn", later: "chip", none: "chip" }[state];
}
