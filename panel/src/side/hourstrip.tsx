/** The plan of the hour in one slim strip: the opening, then how time stands against topics, then the last five minutes. */

import { useMinute } from "../shared/clock.ts";
import { fill } from "../shared/words.ts";
import type { Call, Hour } from "./call-state.ts";
import type { View } from "./view.ts";

const MINUTE = 60_000;

export type Phase = "opening" | "middle" | "closing";

/** Where the hour is at an instant. */
export function phaseOf(hour: Hour, start: string, now: number): Phase {
  if (now >= Date.parse(hour.closing.from)) return "closing";
  return now < Date.parse(start) + hour.opening.minutes * MINUTE ? "opening" : "middle";
}

export function HourStrip(view: View & { hour: Hour; call: Call }) {
  const { hour, call, state, clock, words } = view;
  const now = useMinute(clock);
  const start = call.started_at ?? state.meeting?.start ?? "";
  const phase = phaseOf(hour, start, now);
  if (phase === "middle" && !hour.drift) return null;
  return (
    <section class="strip" aria-labelledby="strip-title" data-phase={phase} data-testid="strip">
      <h2 id="strip-title" class="hidden">{words.hour}</h2>
      {phase === "opening" && <Opening hour={hour} words={words} passed={Math.max(0, Math.floor((now - Date.parse(start)) / MINUTE))} />}
      {phase === "middle" && hour.drift && (
        <>
          <p class={`drift is-${hour.drift.state}`} dir="auto">{hour.drift.text}</p>
          {/* The sentence says it all; the bar is for the eye alone. */}
          <progress
            class={`bar is-${hour.drift.state}`} aria-hidden="true" max={Math.max(1, hour.drift.minutes_left)}
            value={Math.min(hour.drift.minutes_needed, Math.max(1, hour.drift.minutes_left))}
          />
        </>
      )}
      {phase === "closing" && <Closing hour={hour} words={words} />}
      {call.known_from === "calendar" && <p class="hint">{words.byCalendar}</p>}
    </section>
  );
}

function Opening({ hour, words, passed }: Pick<View, "words"> & { hour: Hour; passed: number }) {
  const { minutes } = hour.opening;
  return (
    <>
      <p><strong>{fill(words.openingLeft, { n: minutes - passed, all: minutes })}</strong></p>
      <progress class="bar" aria-hidden="true" max={Math.max(1, minutes)} value={passed} />
    </>
  );
}

function Closing({ hour, words }: Pick<View, "words"> & { hour: Hour }) {
  const { text, promises } = hour.closing;
  return (
    <>
      <p><strong dir="auto">{text}</strong></p>
      {promises.length > 0 && (
        <ul class="read-back" aria-label={words.readBack}>
          {promises.map((promise, index) => <li key={index} dir="auto">{promise}</li>)}
        </ul>
      )}
    </>
  );
}
