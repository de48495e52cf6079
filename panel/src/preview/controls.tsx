/** The bar that turns the time, loads a calendar and knocks the worker over. */

import { Again, Next, Upload } from "./icons.tsx";
import type { PreviewState } from "./state.ts";
import { type Place, dateOf, shortDayOf, timeOf } from "./times.ts";
import type { Words } from "./words.ts";

/** In minutes. */
const WEEK = 7 * 24 * 60;

interface Props {
  readonly state: PreviewState;
  readonly place: Place;
  readonly words: Words;
  readonly isBusy: boolean;
  readonly onJump: (ask: { to: "next" } | { minutes: number }) => void;
  readonly onRestart: () => void;
  readonly onLoad: (file: File) => void;
}

export function Controls({ state, place, words, isBusy, onJump, onRestart, onLoad }: Props) {
  const { next } = state;
  return (
    <section class="controls" aria-label={words.controls} aria-busy={isBusy}>
      <button
        type="button" class="primary jump" data-testid="jump" aria-disabled={!next || isBusy}
        onClick={() => next && !isBusy && onJump({ to: "next" })}
      >
        <Next />
        <span>
          {words.jump}
          <small>{next ? whatComes(next, state.now, place) : words.nothingNext}</small>
        </span>
      </button>
      <div class="controls-rest">
        <button type="button" data-action="five-minutes" aria-disabled={isBusy} onClick={() => isBusy || onJump({ minutes: 5 })}>
          {words.plusMinutes}
        </button>
        <button type="button" data-action="one-hour" aria-disabled={isBusy} onClick={() => isBusy || onJump({ minutes: 60 })}>
          {words.plusHour}
        </button>
        <button type="button" data-action="one-week" aria-disabled={isBusy} onClick={() => isBusy || onJump({ minutes: WEEK })}>
          {words.plusWeek}
        </button>
        <button type="button" data-action="restart" aria-disabled={isBusy} onClick={() => isBusy || onRestart()}>
          <Again /> {words.restart}
        </button>
        <label class="button">
          <Upload /> {words.load}
          <input
            type="file" accept=".ics,text/calendar" class="hidden" data-testid="load-input"
            onChange={(event) => {
              const [file] = event.currentTarget.files ?? [];
              if (file) onLoad(file);
              event.currentTarget.value = "";
            }}
          />
        </label>
      </div>
    </section>
  );
}

/** The server's words, with the day and time where they do not say them. */
export function whatComes(next: { due: string; words: string }, now: string, place: Place): string {
  const time = timeOf(next.due, place);
  const day = dateOf(next.due, place) === dateOf(now, place) ? "" : `${shortDayOf(next.due, place)} `;
  return next.words.includes(time) && !day ? next.words : `${next.words.replace(`, ${time}`, "")}, ${day}${time}`;
}
