/** Teams' word that somebody speaks or that nobody does, handed to the server so that a hint can wait for a lull. */

import { useEffect, useRef } from "preact/hooks";
import type { Api } from "../shared/api.ts";
import type { Host } from "../shared/teams.ts";

/** The server wants no more than this. */
const PAUSE = 5000;

/** Tells while `meeting` is the id of a running call. Where Teams gives no such word, or the server wants none, nothing is said. */
export function useSpeaking(host: Host | null, api: Api | null, meeting: string | null): void {
  const running = useRef(meeting);
  running.current = meeting;
  const isCall = meeting !== null;
  useEffect(() => {
    if (!host || !api || !isCall) return;
    const send = (what: string): void => {
      if (running.current) api.write("call", { meeting: running.current, what }).catch(() => undefined);
    };
    const teller = new Teller(send);
    host.onSpeaking((isSpeaking) => teller.hear(isSpeaking));
    return () => teller.stop();
  }, [host, api, isCall]);
}

/** Passes on what changed, at most one word in a while; of several in between only the last counts. */
class Teller {
  private told: boolean | null = null;
  private heard: boolean | null = null;
  private waiting: number | undefined;
  private isStopped = false;

  constructor(private readonly send: (what: "speaking" | "lull") => void) {}

  hear(isSpeaking: boolean): void {
    this.heard = isSpeaking;
    if (this.waiting === undefined) this.tell();
  }

  stop(): void {
    this.isStopped = true;
    window.clearTimeout(this.waiting);
  }

  private tell(): void {
    this.waiting = undefined;
    if (this.isStopped || this.heard === null || this.heard === this.told) return;
    this.told = this.heard;
    this.send(this.heard ? "speaking" : "lull");
    this.waiting = window.setTimeout(() => this.tell(), PAUSE);
  }
}
