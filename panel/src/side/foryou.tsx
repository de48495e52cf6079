/** What the person keeps for themself about a call: the impression wanted, how it went, a lesson, when to look in again. */

import { useEffect, useId, useState } from "preact/hooks";
import { Done, Plus } from "../shared/icons.tsx";
import { fill } from "../shared/words.ts";
import type { FollowUp } from "./call-state.ts";
import type { View } from "./view.ts";
import { type FollowWords, followWordsOf } from "./words-follow.ts";
import type { Words } from "./words.ts";

export type Follow = View & { readonly follow: FollowUp; readonly words: Words & FollowWords };

const LONGEST_WORD = 40;
const LONGEST_LESSON = 300;
const WENT = { well: "asHoped", mixed: "partly", badly: "notThisTime" } as const;

/** One tap, and what else is for the person alone. */
export function Impression(view: Follow) {
  const { follow, state, words, taps } = view;
  const { wanted, went } = follow.impression;
  const [told, setTold] = useState<string | null>(null);
  const tap = async (value: string): Promise<void> => {
    if (await taps.send("follow-up", { meeting: state.meeting?.id ?? "", what: "went", value })) setTold(value);
  };
  return (
    <section class="card" aria-labelledby="went-title">
      <h2 id="went-title">{words.howItWent}</h2>
      {wanted
        ? <p class="quiet" dir="auto">{fill(words.wanted, { word: wanted })}</p>
        : <Input {...view} what="wanted" label={words.wantedAfter} value="" maxLength={LONGEST_WORD} />}
      <div class="taps went" role="group" aria-labelledby="went-title">
        {Object.entries(WENT).map(([value, name]) => (
          <button key={value} type="button" aria-pressed={(told ?? went) === value} onClick={() => void tap(value)}>{words[name]}</button>
        ))}
      </div>
      <details class="part" open={Boolean(follow.lesson || follow.check_in_on)}>
        <summary>{words.forNext}</summary>
        <Input {...view} what="lesson" label={words.lesson} value={follow.lesson ?? ""} maxLength={LONGEST_LESSON} />
        <Input {...view} what="check_in" label={words.lookIn} value={follow.check_in_on ?? ""} type="date" />
      </details>
      <p class="hint">{follow.impression.trend} {words.onlyYou}</p>
    </section>
  );
}

interface InputProps {
  readonly what: "wanted" | "lesson" | "check_in";
  readonly label: string;
  readonly value: string;
  readonly type?: "text" | "date";
  readonly maxLength?: number;
}

/** One line that is kept by Enter or its button; emptied, it is forgotten. */
function Input({ what, label, value, type = "text", maxLength, state, words, taps, say }: Follow & InputProps) {
  const [text, setText] = useState(value);
  const id = useId();
  useEffect(() => setText(value), [value]);
  const keep = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const said = text.trim();
    if (said === value) return;
    if (await taps.send("follow-up", { meeting: state.meeting?.id ?? "", what, value: said })) say(words.kept);
  };
  const onInput = (event: { readonly currentTarget: HTMLInputElement }): void => setText(event.currentTarget.value);
  return (
    <form class="for-you" onSubmit={(event) => void keep(event)}>
      <label class="hint" for={id}>{label}</label>
      <div class="one-line">
        {type === "date"
          ? <input {...{ id, onInput }} type="date" value={text} />
          : <input {...{ id, onInput, maxLength }} type="text" dir="auto" value={text} />}
        <button type="submit" class="square" aria-label={fill(words.keepIt, { what: label })} aria-disabled={taps.isBusy}><Done /></button>
      </div>
    </form>
  );
}

/** Chosen before the call: one word for the impression to leave. */
export function WantedWord({ follow, state, taps, ...view }: View & { follow: FollowUp }) {
  const words = { ...view.words, ...followWordsOf(state.language) };
  const { wanted } = follow.impression;
  const [word, setWord] = useState("");
  const choose = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const value = word.trim();
    if (value && (await taps.send("follow-up", { meeting: state.meeting?.id ?? "", what: "wanted", value }))) setWord("");
  };
  return (
    <form class="card" onSubmit={(event) => void choose(event)}>
      <h2>{words.wantedTitle}</h2>
      {wanted && <p dir="auto">{wanted}</p>}
      <div class="one-line">
        <input
          type="text" dir="auto" maxLength={LONGEST_WORD} aria-label={words.wantedTitle} placeholder={words.wantedHint} value={word}
          onInput={(event) => setWord(event.currentTarget.value)}
        />
        <button type="submit" class="square" aria-label={words.add} aria-disabled={taps.isBusy}><Plus /></button>
      </div>
      <p class="hint">{words.onlyYou}</p>
    </form>
  );
}
