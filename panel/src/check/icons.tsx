/** The page's few signs. Each stands beside its word, so none is read aloud. */

import type { ResultState } from "./measure/result.ts";

const PATHS: Record<ResultState | "waiting", string> = {
  ok: "M3.5 8.5 6.6 11.5 12.5 4.8",
  problem: "M8 3.8v5M8 11.8v.4",
  skipped: "M4 8h8",
  not_possible: "M4.5 11.5l7-7",
  waiting: "",
};

/** A sign in a circle: its shape says the state without its colour. */
export function Sign({ state }: { state: ResultState | "waiting" | "measuring" }) {
  if (state === "measuring") return <span class="sign measuring" aria-hidden="true" />;
  return (
    <svg class={`sign ${state}`} viewBox="0 0 16 16" width="22" height="22" aria-hidden="true">
      <circle cx="8" cy="8" r="7.2" />
      <path d={PATHS[state]} />
    </svg>
  );
}
