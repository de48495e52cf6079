/** The call's own clock: how long it has run, and how much is left. */

import { type ServerClock, minutesUntil, useMinute } from "../shared/clock.ts";
import { fill } from "../shared/words.ts";
import { type Call, isLive } from "./call-state.ts";
import type { Meeting } from "./state.ts";
import type { Words } from "./words.ts";

const HOUR = 60;

interface Props {
  readonly meeting: Meeting;
  /** How the call really runs, where that is known. */
  readonly call: Call | null;
  readonly clock: ServerClock;
  readonly words: Words;
}

export function CallClock({ meeting, call, clock, words }: Props) {
  const now = useMinute(clock);
  const toStart = minutesUntil(call?.started_at ?? meeting.start, now);
  const toEnd = minutesUntil(call?.ended_at ?? call?.planned_end ?? meeting.end, now);
  const plan = `${meeting.local_start}–${meeting.local_end}`;
  const isRunning = call?.state === "over" ? false : isLive(call) || (toStart <= 0 && (toEnd > 0 || meeting.state === "under_way"));
  return (
    <div class="call" data-testid="call" data-running={isRunning}>
      {isRunning ? (
        <>
          <p class="call-face">
            <strong>{faceOf(Math.max(0, -toStart))}</strong> <span class="quiet">{words.sinceStart}</span>
          </p>
          <p class={toEnd > 0 ? "chip good" : "chip warn"}>
            {toEnd > 0 ? fill(words.left, { time: spanOf(toEnd, words) }) : fill(words.overtime, { time: spanOf(-toEnd, words) })}
          </p>
          <progress aria-label={words.elapsed} max={Math.max(1, toEnd - toStart)} value={Math.max(0, -toStart)} />
        </>
      ) : (
        <p class="call-face">
          <strong>{toStart > 0 && call?.state !== "over" ? fill(words.startsIn, { time: spanOf(toStart, words) }) : sinceEnd(-toEnd, words)}</strong>{" "}
          <span class="quiet">{plan}</span>
        </p>
      )}
    </div>
  );
}

/** 0:47 */
function faceOf(minutes: number): string {
  return `${Math.floor(minutes / HOUR)}:${String(minutes % HOUR).padStart(2, "0")}`;
}

function sinceEnd(minutes: number, words: Words): string {
  return minutes < 1 ? words.endedNow : fill(words.ended, { time: spanOf(minutes, words) });
}

function spanOf(minutes: number, words: Words): string {
  if (minutes < HOUR) return fill(words.minutes, { n: minutes });
  return fill(words.hours, { h: Math.floor(minutes / HOUR), n: minutes % HOUR });
}
