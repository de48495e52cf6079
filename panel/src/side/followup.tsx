/** The follow-up once a call is over: promises to keep or drop, drafts to make, what stayed open, and how it went. */

import { useEffect, useState } from "preact/hooks";
import { dayIn } from "../shared/clock.ts";
import { OutLink, openable } from "../shared/links.tsx";
import { fill } from "../shared/words.ts";
import type { DraftOffer, FollowUp, Promised } from "./call-state.ts";
import { Line } from "./copy.tsx";
import { type Follow, Impression } from "./foryou.tsx";
import { Lines } from "./lines.tsx";
import type { View } from "./view.ts";
import { followWordsOf } from "./words-follow.ts";

export { WantedWord } from "./foryou.tsx";

export function FollowUpCards({ follow, ...rest }: View & { follow: FollowUp }) {
  const words = { ...rest.words, ...followWordsOf(rest.state.language) };
  const view: Follow = { ...rest, follow, words };
  const settled = follow.promises.filter((one) => !isAsked(one));
  const ours = settled.filter(({ side }) => side === "ours");
  return (
    <>
      {follow.notes?.map((text, index) => <p key={index} class="hint" dir="auto">{text}</p>)}
      <Promises {...view} title={words.youPromised} promises={ours.filter(({ who }) => !who)} />
      <Promises {...view} title={words.colleaguesPromised} promises={ours.filter(({ who }) => who)} />
      <Promises {...view} title={words.theyPromised} promises={settled.filter(({ side }) => side === "theirs")} />
      <Promises {...view} title={words.wasItPromised} promises={follow.promises.filter(isAsked)} />
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
      <Impression key={view.state.meeting?.id} {...view} />
    </>
  );
}

function isAsked({ state, side }: Promised): boolean {
  return state === "ask" || side === null;
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
    if (what === "drop") say(fill(words.droppedOf, { text }), isAsked(promise) ? undefined : () => void tap("keep"));
  };
  const due = due_on ? fill(words.due, { date: dayIn(due_on, state.zone, state.language) }) : due_words;
  const source = quote ? { title: who ?? "", url: null, quote, seen_at: null } : null;
  const isDropped = told ? told === "drop" : promise.state === "dropped";
  const isTask = told === "task" || promise.task === "wanted" || promise.task === "made";
  const choices: readonly (keyof typeof TAPS)[] = isDropped
    ? ["keep"]
    : isAsked(promise)
      ? ["ours", "theirs", "drop"]
      : side === "ours" && !isTask ? ["task", "drop"] : ["drop"];
  return (
    <div class={isDropped ? "promise is-dropped" : "promise"} data-promise={promise.id} data-told={told}>
      <Lines lines={[{ text, source }]} {...{ state, words }} />
      <p class="quiet promise-about">
        {who && <bdi>{who}</bdi>}
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
