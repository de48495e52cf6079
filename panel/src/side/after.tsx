/** After: what will be proposed once the call is over, and then the follow-up itself. */

import { useEffect, useState } from "preact/hooks";
import { dayIn } from "../shared/clock.ts";
import { fill } from "../shared/words.ts";
import type { ShownState } from "./overlay.ts";
import type { Proposal } from "./state.ts";
import type { View } from "./view.ts";
import type { Words } from "./words.ts";

type Cards = typeof import("./followup.tsx");

/** Fetched as soon as there is a call: whoever only prepares does without. */
export function fetchCards(): Promise<Cards> {
  return import("./followup.tsx");
}

export function After(view: View) {
  const { state, words } = view;
  const follow = state.follow_up;
  const isOver = isFollowing(state);
  const [cards, setCards] = useState<Cards | null>(null);
  useEffect(() => {
    if (follow && !cards) fetchCards().then(setCards, () => undefined);
  }, [follow, cards]);
  const rest = proposalsOf(state);
  const word = follow && !isOver && cards && <cards.WantedWord {...view} follow={follow} />;
  if (rest.length === 0 && !isOver) {
    return (
      <>
        <div class="empty">
          <p><strong>{words.nothingAfter}</strong></p>
          <p>{words.nothingAfterHint}</p>
        </div>
        {word}
      </>
    );
  }
  return (
    <>
      <p class="hint">{isOver ? words.followIntro : words.afterIntro}</p>
      {follow && isOver && cards && <cards.FollowUpCards {...view} follow={follow} />}
      {rest.length > 0 && (
        <ul class="after" aria-label={words.after}>
          {rest.map((one, index) => (
            <li key={index} class="card">
              <p class="after-kind">
                <span class="chip">{kindOf(one, words)}</span>
                {one.due && <span class="quiet">{fill(words.due, { date: dayIn(one.due, state.zone, state.language) })}</span>}
              </p>
              <p dir="auto">{one.text}</p>
            </li>
          ))}
        </ul>
      )}
      {word}
    </>
  );
}

/** Whether the follow-up itself is there, and not only the word chosen before. */
export function isFollowing({ follow_up: follow }: ShownState): boolean {
  return Boolean(follow) && follow?.is_over !== false;
}

/** The proposals that the follow-up does not hold already. */
export function proposalsOf(state: ShownState): readonly Proposal[] {
  const { after, follow_up: follow } = state;
  if (!follow || !isFollowing(state)) return after;
  const held = [
    ...(follow.promises.length > 0 ? ["promise", "promise_due"] : []),
    ...(follow.drafts.length > 0 ? ["follow_up"] : []),
    ...(follow.open.length > 0 ? ["open"] : []),
    ...follow.drafts.map(({ kind }) => kind),
  ];
  return after.filter(({ kind }) => !held.includes(kind));
}

/** How many things the After view holds. */
export function countAfter(state: ShownState): number {
  const follow = state.follow_up;
  const held = follow && isFollowing(state) ? follow.promises.length + follow.drafts.length + follow.open.length : 0;
  return proposalsOf(state).length + held;
}

function kindOf({ kind }: Proposal, words: Words): string {
  const { follow_up, one_to_one, promise_due, promise, parked, check_in, mid_point, next_meeting, notCovered } = words;
  const known: Record<string, string> = {
    follow_up, one_to_one, promise_due, promise, parked, check_in, mid_point, next_meeting, open: notCovered,
  };
  return known[kind] ?? words.afterwards;
}
