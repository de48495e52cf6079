/** In the place of the views: why there is nothing to show, and the way on. */

import type { ComponentChildren } from "preact";
import { Mark } from "../shared/mark.tsx";
import type { Trouble } from "./session.ts";
import type { PanelState } from "./state.ts";
import { type Words } from "./words.ts";

export function Loading({ words }: { words: Words }) {
  return (
    <main class="page" aria-busy="true">
      <div class="blank">
        <Mark size={40} />
        <h1 class="hidden">{words.title}</h1>
        <p role="status">{words.loading}</p>
      </div>
    </main>
  );
}

interface Props {
  readonly trouble: Trouble;
  readonly words: Words;
  readonly onAgain: () => void;
  /** Look for the person's next meeting instead of this one. */
  readonly onNext: () => void;
}

export function TroublePage({ trouble, words, onAgain, onNext }: Props) {
  const isNotTheirs = trouble.kind === "refused" && trouble.status === 404;
  return (
    <Blank title={titleOf(trouble, words)} text={trouble.sentence ?? hintOf(trouble, words)} kind={trouble.kind}>
      {isNotTheirs && <button type="button" class="primary" onClick={onNext}>{words.nextMeeting}</button>}
      {trouble.kind !== "outside" && !isNotTheirs && <button type="button" class="primary" onClick={onAgain}>{words.tryAgain}</button>}
    </Blank>
  );
}

function titleOf(trouble: Trouble, words: Words): string {
  if (trouble.kind === "refused") return trouble.status === 403 ? words.notWatchedTitle : words.refusedTitle;
  if (trouble.kind === "outside") return words.outsideTitle;
  return trouble.kind === "signed_out" ? words.signedOutTitle : words.unreachableTitle;
}

function hintOf(trouble: Trouble, words: Words): string {
  if (trouble.kind === "outside") return words.outsideHint;
  return trouble.kind === "signed_out" ? words.signedOutHint : words.unreachableHint;
}

export function NoMeeting({ state, words, onChoose }: { state: PanelState; words: Words; onChoose: (id: string) => void }) {
  return (
    <Blank title={words.noMeetingTitle} text={state.why_none ?? ""} kind="no_meeting">
      {state.choices.length > 0 && (
        <>
          <h2>{words.choose}</h2>
          <ul class="choices">
            {state.choices.map((choice) => (
              <li key={choice.id}>
                <button type="button" class="wide" onClick={() => onChoose(choice.id)}>
                  <strong>{choice.local_start}</strong> <bdi>{choice.subject ?? words.noSubject}</bdi>
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
    </Blank>
  );
}

function Blank({ title, text, kind, children }: { title: string; text: string; kind: string; children: ComponentChildren }) {
  return (
    <main class="page">
      <div class="blank" data-testid="trouble" data-kind={kind}>
        <Mark size={40} />
        <h1>{title}</h1>
        <p role="status" dir="auto">{text}</p>
        {children}
      </div>
    </main>
  );
}
