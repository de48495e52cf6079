/**
 * A look at the server whenever a meeting begins or ends, and each minute while a call runs: nobody changes anything then,
 * and yet the panel shows another.
 */

import { useEffect } from "preact/hooks";
import type { ServerClock } from "../shared/clock.ts";
import { isLive } from "./call-state.ts";
import type { PanelState } from "./state.ts";

/** The server names whole seconds, and half of an answer's way may be missing. */
const AFTER = 1000;
/** A browser's timer cannot wait longer than 24 days; whoever looks once too often does no harm. */
const LONGEST = 86_400_000;
/** The server says how much time is left in whole minutes. */
const MINUTE = 60_000;

/** Calls `look` just after the next of these instants, by the server's clock. */
export function useTurns(state: PanelState | null, clock: ServerClock | null, heardAt: number, look: () => void): void {
  useEffect(() => {
    const turn = state && clock ? nextTurn(state, clock.now() - AFTER) : null;
    if (turn === null || !clock) return;
    const timer = window.setTimeout(look, Math.min(turn + AFTER - clock.now(), LONGEST));
    return () => window.clearTimeout(timer);
  }, [state, clock, heardAt]);
}

function nextTurn({ meeting, choices, call }: PanelState, now: number): number | null {
  const named = meeting ? [meeting, ...choices] : choices;
  const minute = isLive(call) ? [now + MINUTE, ...(call?.break ? [Date.parse(call.break.until)] : [])] : [];
  const turns = named.flatMap(({ start, end }) => [Date.parse(start), Date.parse(end)]);
  const ahead = [...turns, ...minute].filter((instant) => instant > now);
  return ahead.length > 0 ? Math.min(...ahead) : null;
}
