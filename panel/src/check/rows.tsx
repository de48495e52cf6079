/** One line for each check: its name, what was measured, its state, and what to do. */

import type { ComponentChildren } from "preact";
import { Sign } from "./icons.tsx";
import type { Result, ResultId } from "./measure/result.ts";
import { fill, type CheckWords } from "./words.ts";

export const GROUPS = {
  devices: ["microphone", "camera", "speaker", "media_path", "screen_share"],
  way: ["network_rtt", "network_down", "network_up"],
  machine: ["browser", "frame_policy", "clock_skew", "zone", "main_thread", "battery"],
} as const satisfies Record<string, readonly ResultId[]>;

interface RowProps {
  id: ResultId;
  result: Result | undefined;
  /** What the run before has measured. */
  last: Result | undefined;
  is_measuring: boolean;
  is_asking?: boolean;
  words: CheckWords;
  children?: ComponentChildren;
}

/** A check as a list item; without a result it waits or is being measured. */
export function Row({ id, result, last, is_measuring, is_asking = false, words, children }: RowProps) {
  const state = is_measuring ? "measuring" : (result?.state ?? "waiting");
  const before = last?.value && last.state !== "skipped" ? fill(words.lastTime, { value: last.value }) : words.waiting;
  const said = is_asking ? words.yourAnswer : result && !is_measuring ? words.states[result.state] : "";
  return (
    <li class={`row ${is_asking ? "asking" : state}`} data-check={id} data-state={state}>
      <Sign state={is_asking ? "waiting" : state} />
      <div class="row-text">
        <p class="row-name">{words.names[id]}</p>
        <p class="row-value">{is_measuring ? (id === "microphone" ? words.listening : words.measuring) : (result?.value ?? before)}</p>
        {!is_measuring && result?.mend && (
          <p class="row-mend">
            <strong>{words.mend}:</strong> {result.mend}
          </p>
        )}
        {children}
      </div>
      {said && <p class="row-state">{said}</p>}
    </li>
  );
}
