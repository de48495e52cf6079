/** What every check answers, and what it may ask of the page it runs in. */

import type { CheckWords } from "../words.ts";
import limits from "./limits.json";

export type ResultId =
  | "browser" | "frame_policy" | "network_rtt" | "network_down" | "network_up" | "clock_skew" | "zone" | "main_thread" | "battery"
  | "microphone" | "camera" | "speaker" | "media_path" | "screen_share";

export type ResultState = "ok" | "problem" | "skipped" | "not_possible";

export interface Result {
  id: ResultId;
  state: ResultState;
  /** What was measured, or why it was not, in the person's language. */
  value: string;
  /** The same in the unit of its limit. */
  number?: number;
  /** What to do about it. */
  mend?: string;
}

/** The way to the server, and what is known of the person. */
export interface CheckApi {
  ping(): Promise<{ now: string }>;
  /** Fetches so many bytes and throws them away. */
  down(bytes: number): Promise<void>;
  up(body: Blob): Promise<void>;
  /** The IANA name of the mailbox's zone. */
  zone: string | null;
  words: CheckWords;
}

type Limit = { least?: number; most?: number };

/** Whether a number is within its limit; the server holds the same limits, with their sources. */
export function isFine(limit: keyof typeof limits, number: number): boolean {
  const { least = -Infinity, most = Infinity }: Limit = limits[limit];
  return number >= least && number <= most;
}

/** A result by its number: fine, or a problem with its mend. */
export function judged(id: ResultId, is_fine: boolean, value: string, mend: string, number?: number): Result {
  const measured = number === undefined ? {} : { number: Math.round(number * 100) / 100 };
  return is_fine ? { id, state: "ok", value, ...measured } : { id, state: "problem", value, mend, ...measured };
}

export const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

/** The promise, or a refusal called TimeoutError once it took too long. */
export function within<T>(ms: number, promise: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, no) => {
    timer = setTimeout(() => no(new DOMException("too slow", "TimeoutError")), ms);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}
