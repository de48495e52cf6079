/** The side panel as it stands beside a call, in a frame of its own that is spoken to as Teams speaks. */

import { useEffect, useRef, useState } from "preact/hooks";
import { TeamsFrame } from "../host/frame.tsx";
import type { PreviewState } from "./state.ts";
import type { Theme } from "./theme.ts";
import type { Words } from "./words.ts";

const LEAP = 5000;

interface Props {
  readonly state: PreviewState;
  readonly theme: Theme;
  readonly words: Words;
  /** The panel stands beside the call of this meeting; null: beside whichever is near. */
  readonly meeting: string | null;
}

export function SidePane({ state, theme, words, meeting }: Props) {
  const nudge = useLeaps(state.now);
  return (
    <section class="pane side" id="side" aria-labelledby="side-title">
      <header class="pane-head">
        <h2 id="side-title">{words.side}</h2>
        <p class="quiet">{words.sideSub}</p>
      </header>
      <TeamsFrame
        title={words.side} src="/panel/" who={state.person.address ?? null} nudge={nudge}
        around={{
          theme: theme === "light" ? "default" : theme, locale: state.language, frameContext: "sidePanel", chatId: null, meetingId: null,
          subEntityId: meeting,
        }}
      />
    </section>
  );
}

/** Counts how often the preview's clock leapt instead of running. */
function useLeaps(now: string): number {
  const [leaps, setLeaps] = useState(0);
  const last = useRef({ now, at: performance.now() });
  useEffect(() => {
    const ran = performance.now() - last.current.at;
    if (Math.abs(Date.parse(now) - Date.parse(last.current.now) - ran) > LEAP) setLeaps((count) => count + 1);
    last.current = { now, at: performance.now() };
  }, [now]);
  return leaps;
}
