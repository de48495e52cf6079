/** After: what will be proposed once the call is over. */

import { dayIn } from "../shared/clock.ts";
import { fill } from "../shared/words.ts";
import type { Proposal } from "./state.ts";
import type { View } from "./view.ts";
import type { Words } from "./words.ts";

export function After({ state, words }: View) {
  if (state.after.length === 0) {
    return (
      <div class="empty">
        <p><strong>{words.nothingAfter}</strong></p>
        <p>{words.nothingAfterHint}</p>
      </div>
    );
  }
  return (
    <>
      <p class="hint">{words.afterIntro}</p>
      <ul class="after" aria-label={words.after}>
        {state.after.map((one, index) => (
          <li key={index} class="card">
            <p class="after-kind">
              <span class="chip">{kindOf(one, words)}</span>
              {one.due && <span class="quiet">{fill(words.due, { date: dayIn(one.due, state.zone, state.language) })}</span>}
            </p>
            <p dir="auto">{one.text}</p>
          </li>
        ))}
      </ul>
    </>
  );
}

function kindOf({ kind }: Proposal, words: Words): string {
  const { follow_up, one_to_one, promise_due, promise, parked, check_in, mid_point, next_meeting, notCovered } = words;
  const known: Record<string, string> = {
    follow_up, one_to_one, promise_due, promise, parked, check_in, mid_point, next_meeting, open: notCovered,
  };
  return known[kind] ?? words.afterwards;
}
