/** The follow-up once a call is over: promises to keep or drop, drafts to make, what stayed open, and how it went. */

import { useEffect, useState } from "preact/hooks";
import { dayIn } from "../shared/clock.ts";
import { Plus } from "../shared/icons.tsx";
import { OutLink, openable } from "../shared/links.tsx";
import { fill } from "../shared/words.ts";
import type { DraftOffer, FollowUp, Promised } from "./call-state.ts";
import { Line } from "./copy.tsx";
import { Lines } from "./lines.tsx";
import type { View } from "./view.ts";

type Follow = View & { follow: FollowUp };

export function FollowUpCards(view: Follow) {
  const { follow, words } = view;
  const of = (side: Promised["side"]): readonly Promised[] => follow.promises.filter((one) => one.side === side);
  return (
    <>
      {follow.notes?.map((text, index) => <p key={index} class="hint" dir="auto">{text}</p>)}
      <Promises {...view} title={words.youPromised} promises={of("ours")} />
      <Promises {...view} title={words.theyPromised} promises={of("theirs")} />
      <Promises {...view} title={words.wasItPromised} promises={of(null)} />
      {follow.drafts.length > 0 && (
        <section class="card" aria-labelledby="drafts-title">
          <h2 id="drafts-title">{words.drafts}</h2>
          <ul class="points">
            {follow.drafts.map((one) => <li key={`${one.kind} ${one.address}`} class="draft"><DraftRow {...view} draft={one} /></li>)}
          </ul>
        </section>
      )}
      <Texts title={words.ideas} texts={(follow.ideas ?? []).map(({ who, text }) => (who ? `${who}: ${text}` : text))} />
      <Texts title={words.stillOpen} texts={follow.open} />
      <Impression {...view} />
    </>
  );
}

function Texts({ title, texts }: { title: string; texts: readonly string[] }) {
  if (texts.length === 0) return null;
  return (
    <section class="card">
      <h2>{title}</h2>
      <ul class="lines">{texts.map((text, index) => <li key={index}><p dir="auto">{text}</p></li>)}</ul>
    </section>
  );
}

function Promises({ title, promises, ...view }: Follow & { title: string; promises: readonly Promised[] }) {
  if (promises.length === 0) return null;
  return (
    <section class="card promises">
      <h2>{title}</h2>
      <ul class="points">{promises.map((one) => <li key={one.id}><PromiseRow {...view} promise={one} /></li>)}</ul>
    </section>
  );
}

function PromiseRow({ promise, state, words, taps, say }: Follow & { promise: Promised }) {
  const [told, setTold] = useState("");
  useEffect(() => setTold(""), [promise.state, promise.task]);
  const { due_on, due_words, quote, who, side, what: text } = promise;
  const tap = async (what: string): Promise<void> => {
    if (!(await taps.send("follow-up", { meeting: state.meeting?.id ?? "", what, id: promise.id }))) return;
    setTold(what);
    if (what === "drop") say(fill(words.droppedOf, { text }), () => void tap("keep"));
  };
  const due = due_on ? fill(words.due, { date: dayIn(due_on, state.zone, state.language) }) : due_words;
  const source = quote ? { title: who ?? "", url: null, quote, seen_at: null } : null;
  const isDropped = told ? told === "drop" : promise.state === "dropped";
  const isTask = told === "task" || promise.task === "wanted" || promise.task === "made";
  const choices: readonly (keyof typeof TAPS)[] = isDropped
    ? ["keep"]
    : side === null
      ? ["ours", "theirs", "drop"]
      : side === "ours" && !isTask ? ["task", "drop"] : ["drop"];
  return (
    <div class={isDropped ? "promise is-dropped" : "promise"} data-promise={promise.id} data-told={told}>
      <Lines lines={[{ text, source }]} {...{ state, words }} />
      <p class="quiet promise-about">
        {side !== "ours" && who && <bdi>{who}</bdi>}
        {due && <span dir="auto">{due}</span>}
        {isTask && <span class="chip good">{promise.task === "made" ? words.inToDo : words.toToDo}</span>}
      </p>
      <div class="taps">
        {choices.map((what) => (
          <button
            key={what} type="button" class={what === "drop" ? "ghost" : ""} aria-label={`${words[TAPS[what]]}: ${text}`}
            aria-disabled={taps.isBusy} onClick={() => void tap(what)}
          >
            {words[TAPS[what]]}
          </button>
        ))}
      </div>
    </div>
  );
}

const TAPS = { task: "intoToDo", ours: "wePromised", theirs: "theyDid", drop: "noPromise", keep: "keep" } as const;

interface Made {
  readonly subject: string;
  readonly text: string;
  readonly link: string | null;
  readonly objections: readonly string[];
}

function DraftRow({ draft, ...view }: Follow & { draft: DraftOffer }) {
  const { follow, state, words, taps } = view;
  const [made, setMade] = useState<Made | null>(null);
  const quote = follow.one_to_ones?.find(({ address }) => address === draft.address)?.quote;
  const make = async (): Promise<void> => {
    const { meeting } = state;
    const about = { ...(draft.address && { address: draft.address }), ...(quote && { quote }) };
    const asked = { meeting: meeting?.id ?? null, client: meeting?.client_domain ?? "", kind: draft.kind, ...about };
    setMade(await taps.send<Made>("draft", asked));
  };
  const link = openable(made?.link ?? draft.link);
  return (
    <>
      <p dir="auto">{draft.text}</p>
      {quote && <blockquote class="hint" dir="auto">{fill(words.quoted, { quote })}</blockquote>}
      {!made && draft.state !== "made" && (
        <button
          type="button" class="wide" aria-label={`${words.makeDraft}: ${draft.text}`} aria-disabled={taps.isBusy} onClick={() => void make()}
        >
          {words.makeDraft}
        </button>
      )}
      <div role="status" class="draft-made">
        {link && <p><OutLink url={link} text={words.openDraft} hint={words.opens} /></p>}
        {made?.objections?.map((text, index) => <p key={index} class="hint objection" dir="auto">{text}</p>)}
      </div>
      {made?.text && (
        <details open={!link}>
          <summary>{made.subject || words.showDraft}</summary>
          <Line text={made.text} {...view} />
        </details>
      )}
    </>
  );
}

const WENT = { well: "asHoped", mixed: "partly", badly: "notThisTime" } as const;

/** One tap, for the person alone. */
function Impression({ follow, state, words, taps }: Follow) {
  const { wanted, went } = follow.impression;
  const [told, setTold] = useState<string | null>(null);
  const tap = async (value: string): Promise<void> => {
    if (await taps.send("follow-up", { meeting: state.meeting?.id ?? "", what: "went", value })) setTold(value);
  };
  return (
    <section class="card" aria-labelledby="went-title">
      <h2 id="went-title">{words.howItWent}</h2>
      {wanted && <p class="quiet" dir="auto">{fill(words.wanted, { word: wanted })}</p>}
      <div class="taps went" role="group" aria-labelledby="went-title">
        {Object.entries(WENT).map(([value, name]) => (
          <button key={value} type="button" aria-pressed={(told ?? went) === value} onClick={() => void tap(value)}>{words[name]}</button>
        ))}
      </div>
      <p class="hint">{follow.impression.trend} {words.onlyYou}</p>
    </section>
  );
}

const LONGEST_WORD = 40;

/** Chosen before the call: one word for the impression to leave. */
export function WantedWord({ follow, state, words, taps }: Follow) {
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
