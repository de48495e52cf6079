/** What stands around the list: the meeting, the last time, the verdict, plan B, and what cannot be tested. */

import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import type { Opened } from "./api.ts";
import { Sign } from "./icons.tsx";
import type { Result } from "./measure/result.ts";
import { fill, type CheckWords } from "./words.ts";

export type Keeping = { state: "not_yet" } | { state: "kept" } | { state: "failed"; why: string };

/** For which meeting, and what failed the last time. */
export function Last({ opened, words }: { opened: Opened; words: CheckWords }) {
  return (
    <>
      {opened.meeting && (
        <p class="meeting">
          <span class="quiet">{words.forMeeting}</span> <strong>{opened.meeting.subject}</strong> <span class="quiet">{opened.meeting.local_start}</span>
        </p>
      )}
      {opened.last_failed && <p class="last"><Sign state="problem" /> {opened.last_failed}</p>}
    </>
  );
}

interface VerdictProps {
  results: Result[];
  keeping: Keeping;
  is_asking: boolean;
  onKeep: () => void;
  words: CheckWords;
  children?: ComponentChildren;
}

/** The check in one line, told once; below it the question that is still open. */
export function Verdict({ results, keeping, is_asking, onKeep, words, children }: VerdictProps) {
  const count = results.filter(({ state }) => state === "problem").length;
  const [head, hint] = count > 0
    ? [count === 1 ? words.oneProblem : fill(words.problems, { count }), words.problemsHint]
    : is_asking ? [words.openAnswer, words.openAnswerHint] : [words.allGood, words.allGoodHint];
  const why = keeping.state === "failed" ? fill(words.notKept, { why: keeping.why }) : "";
  return (
    <>
      <div class="verdict" role="status" id="lead">
        <Sign state={count > 0 ? "problem" : is_asking ? "waiting" : "ok"} />
        <div>
          <p class="verdict-head">{head}</p>
          <p class="quiet">{hint}</p>
          {keeping.state === "kept" && <p class="quiet" data-testid="kept">{words.kept}</p>}
          {why && <p class="bad">{why}</p>}
        </div>
      </div>
      {children}
      {why && <button type="button" onClick={onKeep}>{words.keepAgain}</button>}
    </>
  );
}

/** The line for the client, ready to be sent. */
export function PlanB({ text, words }: { text: string | null; words: CheckWords }) {
  const [is_copied, setCopied] = useState(false);
  if (!text) return null;
  const copy = (): void => void navigator.clipboard?.writeText(text).then(() => setCopied(true), () => setCopied(false));
  return (
    <section class="card" aria-labelledby="plan-b">
      <h2 id="plan-b">{words.planB}</h2>
      <p class="quiet">{words.planBHint}</p>
      <p class="plan-b" data-testid="plan-b">{text}</p>
      <button type="button" onClick={copy}>{is_copied ? words.copied : words.copy}</button>
    </section>
  );
}

/** The honest end of the page. */
export function Cannot({ words }: { words: CheckWords }) {
  return (
    <section class="card cannot" aria-labelledby="cannot">
      <h2 id="cannot">{words.cannotTitle}</h2>
      <ul>{words.cannot.map((one) => <li key={one}>{one}</li>)}</ul>
    </section>
  );
}
