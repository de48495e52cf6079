/** The top: whose preview it is, what time it is there, and whether the worker lives. */

import { useEffect, useState } from "preact/hooks";
import { Mark } from "../shared/mark.tsx";
import { Moon, Sun } from "./icons.tsx";
import type { PreviewState } from "./state.ts";
import type { Theme } from "./theme.ts";
import { type Place, cityOf, dateOf, longDayOf, shortDayOf, timeOf } from "./times.ts";
import type { Words } from "./words.ts";

interface Props {
  readonly state: PreviewState | null;
  /** The newest reading of the preview's clock. */
  readonly now: string;
  readonly place: Place;
  readonly words: Words;
  readonly theme: Theme;
  readonly onTheme: () => void;
}

export function Header({ state, now, place, words, theme, onTheme }: Props) {
  return (
    <header class="header">
      <Mark />
      <h1>
        {words.product} <span class="quiet">· {words.preview}</span>
      </h1>
      {state && <Clock now={now} place={place} words={words} />}
      <div class="header-end">
        {state && (
          <span class="worker" data-testid="worker" data-running={state.worker.is_running} data-pid={state.worker.pid ?? ""}>
            <span class="dot" aria-hidden="true" />
            {state.worker.is_running ? words.workerRuns : words.workerStopped}
          </span>
        )}
        <button type="button" class="ghost" data-testid="theme-toggle" onClick={onTheme}>
          {theme === "light" ? <Moon /> : <Sun />}
          <span class="theme-name">{theme === "light" ? words.toDark : words.toLight}</span>
        </button>
      </div>
    </header>
  );
}

function Clock({ now, place, words }: { now: string; place: Place; words: Words }) {
  const instant = useRunning(now);
  return (
    <p class="clock" data-testid="clock" data-now={new Date(instant).toISOString()} data-date={dateOf(instant, place)}>
      <span class="hidden">{words.clock}: </span>
      <span class="clock-day long">{longDayOf(instant, place)}</span>
      <span class="clock-day short">{shortDayOf(instant, place)}</span> <strong>{timeOf(instant, place)}</strong>{" "}
      <span class="quiet" title={place.zone}>
        {cityOf(place)}
      </span>
    </p>
  );
}

/** The server's clock runs on between two readings; count from the reading, never by ticks. */
function useRunning(now: string): number {
  const [, tick] = useState(0);
  const [read, setRead] = useState({ now, at: performance.now() });
  useEffect(() => setRead({ now, at: performance.now() }), [now]);
  useEffect(() => {
    const timer = window.setInterval(() => tick((count) => count + 1), 1000);
    return () => window.clearInterval(timer);
  }, []);
  return read.now === now ? Date.parse(now) + performance.now() - read.at : Date.parse(now);
}
