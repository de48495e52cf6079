/** The preview's server: one state, one stream that says when to read it again, and one POST for each button. */

import type { PreviewState, Why } from "./state.ts";

const API = "/preview/api/";
const SETTLE = 100;
const TRY_AGAIN = 1500;
const LOOK_AGAIN = 5000;

/** The server's own sentence about why it will not. */
export class Refusal extends Error {}
/** Nobody answered. */
export class Unreachable extends Error {}

/** Do what a button says. Throws Refusal with the server's sentence, or Unreachable. */
export async function post(what: string, body: object): Promise<void> {
  await send(what, JSON.stringify(body), { "Content-Type": "application/json" });
}

/** Put a calendar file in the place of the one shown, or a transcript among those to play. Throws as `post` does. */
export async function load(file: File): Promise<void> {
  const [what, kind] = isTranscript(file) ? ["transcript", "text/vtt"] : ["load", "text/calendar"];
  await send(what, file, { "Content-Type": kind, "X-File-Name": encodeURIComponent(file.name) });
}

/** By its name, or by what the system says it is. */
export function isTranscript(file: File): boolean {
  return /\.vtt$/i.test(file.name) || file.type === "text/vtt";
}

async function send(what: string, body: BodyInit, headers: Record<string, string>): Promise<void> {
  const answer = await fetch(API + what, {
    method: "POST",
    headers: { ...headers, "X-Companion-Preview": "1" },
    body,
  }).catch(() => {
    throw new Unreachable();
  });
  if (answer.ok) return;
  const said: { problem?: unknown } = await answer.json().catch(() => ({}));
  throw new Refusal(typeof said.problem === "string" ? said.problem : `${answer.status} ${answer.statusText}`);
}

/** Where each line of a meeting's card comes from. Throws as `post` does. */
export async function explain(meetingId: string): Promise<Why> {
  const answer = await fetch(`${API}why?meeting=${encodeURIComponent(meetingId)}`, { cache: "no-store" }).catch(() => {
    throw new Unreachable();
  });
  const said: Partial<Why> & { problem?: unknown } = await answer.json().catch(() => ({}));
  if (typeof said.problem === "string") throw new Refusal(said.problem);
  if (!answer.ok || !said.groups) throw new Unreachable();
  return { subject: said.subject ?? "", groups: said.groups };
}

export interface Watcher {
  onState(state: PreviewState): void;
  onGone(): void;
}

/** Follow the server until told to stop: reads again on every event, and comes back by itself after an outage. */
export class Watch {
  private stream: EventSource | null = null;
  private settling: number | undefined;
  private retrying: number | undefined;
  private readonly looking: number;
  private isReading = false;
  private isStale = false;

  constructor(private readonly watcher: Watcher) {
    this.open();
    this.look();
    this.looking = window.setInterval(() => document.hidden || this.look(), LOOK_AGAIN);
    document.addEventListener("visibilitychange", this.onVisible);
  }

  stop(): void {
    window.clearInterval(this.looking);
    window.clearTimeout(this.settling);
    window.clearTimeout(this.retrying);
    document.removeEventListener("visibilitychange", this.onVisible);
    this.stream?.close();
  }

  /** Read the state soon; several calls at once become one. */
  look = (): void => {
    if (this.settling !== undefined) return;
    this.settling = window.setTimeout(() => {
      this.settling = undefined;
      void this.read();
    }, SETTLE);
  };

  private readonly onVisible = (): void => {
    if (!document.hidden) this.look();
  };

  private open(): void {
    this.stream?.close();
    this.stream = new EventSource(`${API}stream`);
    this.stream.addEventListener("update", this.look);
    this.stream.addEventListener("error", this.look);
  }

  private async read(): Promise<void> {
    if (this.isReading) {
      this.isStale = true;
      return;
    }
    this.isReading = true;
    try {
      const answer = await fetch(`${API}state`, { cache: "no-store" });
      if (!answer.ok) throw new Unreachable();
      const state: PreviewState = await answer.json();
      // A browser gives a stream up for good after an answer that is no stream.
      if (this.stream?.readyState === EventSource.CLOSED) this.open();
      this.watcher.onState(state);
    } catch {
      this.watcher.onGone();
      window.clearTimeout(this.retrying);
      this.retrying = window.setTimeout(this.look, TRY_AGAIN);
    } finally {
      this.isReading = false;
      if (this.isStale) this.look();
      this.isStale = false;
    }
  }
}
