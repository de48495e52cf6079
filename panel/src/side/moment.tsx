/** The one thing that matters in this moment of the call: a break, a question, a hint, or what to go on with. */

import type { ComponentChildren } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { fill } from "../shared/words.ts";
import { isFollowing } from "./after.tsx";
import { BreakTimer } from "./breaktimer.tsx";
import type { Call, CallTap, Hint, NextTopic } from "./call-state.ts";
import { Line } from "./copy.tsx";
import type { View } from "./view.ts";
import type { Words } from "./words.ts";

const JUST_NOW = 5000;

interface Shown {
  /** Changes with what is shown. */
  readonly key: string;
  readonly title: string;
  /** Why now. */
  readonly because?: string;
  readonly body: ComponentChildren;
}

export function Moment(view: View & { call: Call }) {
  const [putAside, setAside] = useState("");
  const shown = momentOf(view, putAside, setAside);
  const box = useRef<HTMLDivElement>(null);
  const tappedAt = useRef(-Infinity);
  const key = shown?.key ?? "";
  useEffect(() => {
    // The tapped button is gone: the focus goes on with what took its place, and never away from the call's own chat.
    const isLost = document.hasFocus() && document.activeElement === document.body;
    if (isLost && performance.now() - tappedAt.current < JUST_NOW) (box.current?.querySelector("button") ?? box.current)?.focus();
    tappedAt.current = -Infinity;
  }, [key]);
  return (
    <div
      ref={box} class={shown ? "card moment" : "moment-none"} tabIndex={-1} data-testid="moment" data-shows={key.split(" ")[0]}
      onClick={() => (tappedAt.current = performance.now())}
    >
      {/* It stands before there is anything in it, so that a screen reader hears what comes, once. */}
      <div role="status">
        {shown && <p class="moment-title" dir="auto">{shown.title}</p>}
        {shown?.because && <p class="quiet" dir="auto">{shown.because}</p>}
      </div>
      {shown && <div key={key}>{shown.body}</div>}
    </div>
  );
}

function momentOf(view: View & { call: Call }, putAside: string, setAside: (id: string) => void): Shown | null {
  const { call, words } = view;
  if (call.break) {
    return { key: `break ${call.break.began_at}`, title: words.breakRuns, body: <BreakTimer {...view} pause={call.break} /> };
  }
  const { hint, next } = call;
  if (next && next.id !== putAside) {
    const because = hint?.text ?? words.goOn;
    const body = <NextTaps {...view} next={next} hint={hint} onPutAside={() => setAside(next.id)} />;
    const title = fill(next.kind === "parked" ? words.nextParked : words.nextTopic, { text: next.text });
    return { key: `next ${next.id}`, title, because, body };
  }
  if (hint) return { key: `hint ${hint.id}`, title: hint.text, because: hint.because, body: <HintTaps {...view} hint={hint} /> };
  if (call.asks) return { key: `asks ${call.asks.kind}`, title: call.asks.text, body: <Asks {...view} kind={call.asks.kind} /> };
  if (call.state === "never_started") return { key: "never", title: words.neverStarted, body: <Never {...view} /> };
  if (call.state === "over" && isFollowing(view.state)) return { key: "over", title: words.callOver, body: <Over {...view} /> };
  return null;
}

/** A tap about this call. */
export function useCallTap({ state, taps }: Pick<View, "state" | "taps">) {
  const meeting = state.meeting?.id ?? "";
  return (what: CallTap, about: { hint?: string; topic?: string } = {}): void => void taps.send("call", { meeting, what, ...about });
}

function Asks(view: View & { kind: "started" | "over" }) {
  const { kind, words, taps } = view;
  const tap = useCallTap(view);
  const [yes, no]: [CallTap, CallTap] = kind === "started" ? ["started", "never"] : ["runs_over", "ended"];
  return (
    <div class="taps">
      <button type="button" class="primary" aria-disabled={taps.isBusy} onClick={() => tap(yes)}>
        {kind === "started" ? words.haveStarted : words.runsOver}
      </button>
      <button type="button" aria-disabled={taps.isBusy} onClick={() => tap(no)}>{kind === "started" ? words.notHeld : words.isOver}</button>
    </div>
  );
}

function Never(view: View) {
  const tap = useCallTap(view);
  return <div class="taps"><button type="button" onClick={() => tap("started")}>{view.words.haveTalked}</button></div>;
}

function HintTaps(view: View & { hint: Hint }) {
  const { hint, words, taps } = view;
  const tap = useCallTap(view);
  return (
    <div class="taps hint-taps">
      <button type="button" class="primary" aria-disabled={taps.isBusy} onClick={() => tap("take", { hint: hint.id })}>{takeOf(hint, words)}</button>
      <button type="button" aria-disabled={taps.isBusy} onClick={() => tap("later", { hint: hint.id })}>{fill(words.inMinutes, { count: String(hint.later) })}</button>
      <button type="button" aria-disabled={taps.isBusy} onClick={() => tap("not_now", { hint: hint.id })}>{words.notNow}</button>
    </div>
  );
}

/** The next topic with a first sentence for it. As an open hint it has the server's taps, else it is only put aside here. */
function NextTaps(view: View & { next: NextTopic; hint: Hint | null; onPutAside: () => void }) {
  const { next, hint, words, taps, onPutAside } = view;
  const tap = useCallTap(view);
  return (
    <>
      <Line text={next.line} {...view} />
      <div class="taps">
        <button type="button" class="primary" aria-disabled={taps.isBusy} onClick={() => (hint ? tap("take", { hint: hint.id }) : onPutAside())}>
          {words.takeTopic}
        </button>
        {hint && <button type="button" aria-disabled={taps.isBusy} onClick={() => tap("later", { hint: hint.id, topic: next.id })}>{words.otherTopic}</button>}
      </div>
    </>
  );
}

function takeOf({ kind }: Hint, words: Words): string {
  if (kind === "lunch") return words.takeLunch;
  if (kind === "new_topic") return words.takeTopic;
  return kind === "midpoint" ? words.takePause : words.takeCoffee;
}

function Over({ words, go }: View) {
  return <div class="taps"><button type="button" class="primary" onClick={() => go("after")}>{words.seeAfter}</button></div>;
}
