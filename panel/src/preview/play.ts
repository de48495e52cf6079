/** The call simulator's server: what may be played, what is played now, and its buttons. */

import { useCallback, useEffect, useRef, useState } from "preact/hooks";

/** coming: the clock goes to the meeting; waiting: a hint or a question is open; break: a timer of the call runs. */
export type PlayStateName = "coming" | "running" | "stopped" | "waiting" | "break" | "over";

export interface Heard {
  readonly number: number;
  readonly at_s: number;
  /** Empty where the transcript names nobody. */
  readonly speaker: string;
  readonly text: string;
}

export interface Play {
  readonly meeting: string;
  readonly subject: string | null;
  readonly file: string;
  readonly state: PlayStateName;
  readonly speed: number;
  /** Whether the words wait at each hint. */
  readonly waits: boolean;
  readonly is_hurrying: boolean;
  readonly position_s: number;
  readonly length_s: number;
  readonly started_at: string | null;
  readonly ended_at: string | null;
  readonly break_until: string | null;
  /** When somebody speaks next; null while somebody does. */
  readonly next_words_s: number | null;
  readonly problem: string;
  readonly said: readonly Heard[];
}

export interface PlayFile {
  readonly id: string;
  readonly name: string;
  readonly about: string;
  readonly origin: "sample" | "folder" | "dropped";
}

export interface PlayDocument {
  readonly now: string;
  readonly files: readonly PlayFile[];
  readonly play: Play | null;
}

const OFTEN = 300;

/** The played call, read again four times a second while it moves, and whenever `stamp` changes. */
export function usePlay(stamp: unknown, onMoved: () => void): { doc: PlayDocument | null; look: () => void } {
  const [doc, setDoc] = useState<PlayDocument | null>(null);
  const [asked, ask] = useState(0);
  const moved = useRef(onMoved);
  moved.current = onMoved;
  const isMoving = doc?.play != null && doc.play.state !== "over";
  useEffect(() => {
    const stop = new AbortController();
    const read = async (): Promise<void> => {
      try {
        const answer = await fetch("/preview/api/play", { cache: "no-store", signal: stop.signal });
        if (answer.ok) setDoc(await answer.json());
      } catch {
        // The page says by itself that the preview is gone.
      }
    };
    void read();
    if (!isMoving) return () => stop.abort();
    let count = 0;
    const timer = window.setInterval(() => {
      if (document.hidden) return;
      void read();
      if (++count % 4 === 0) moved.current();
    }, OFTEN);
    return () => {
      window.clearInterval(timer);
      stop.abort();
    };
  }, [isMoving, asked, isMoving ? null : stamp]);
  return { doc, look: useCallback(() => ask((count) => count + 1), []) };
}

/** 0:51:24, or 51:24 where the whole is shorter than an hour. */
export function lengthOf(seconds: number, whole = seconds): string {
  const all = Math.max(0, Math.floor(seconds));
  const [hours, minutes, rest] = [Math.floor(all / 3600), Math.floor(all / 60) % 60, all % 60];
  const short = `${String(minutes).padStart(2, "0")}:${String(rest).padStart(2, "0")}`;
  return whole >= 3600 ? `${hours}:${short}` : short;
}
