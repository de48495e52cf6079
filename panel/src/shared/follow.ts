/**
 * Follows one thing on the server: reads it, listens for "changed", reads again, and comes back by itself after an outage.
 * Only the newest state counts, so nothing is replayed: whoever was away reads once.
 */

import { type Api, NotSignedIn, Refusal, Unreachable } from "./api.ts";
import { eventsOf } from "./events.ts";

const SETTLE = 60;
const FIRST_PAUSE = 1000;
const LONGEST_PAUSE = 30_000;
/** The server says "here" every 15 s. */
const SILENCE = 40_000;

export interface Watcher<T> {
  /** A state, or null for "as before"; it was asked for at `askedAt` (performance.now()). */
  onState(state: T | null, askedAt: number): void;
  onGone(): void;
  onRefused(error: Refusal | NotSignedIn): void;
}

export class Follow<T> {
  private etag: string | null = null;
  private settling: number | undefined;
  private isReading = false;
  private isStale = false;
  private isStopped = false;
  private failures = 0;
  private misses = 0;
  private turn = 0;
  private wake: () => void = () => undefined;
  private listening = new AbortController();

  constructor(
    private readonly api: Api,
    private readonly pathOf: () => string,
    private readonly watcher: Watcher<T>,
  ) {
    document.addEventListener("visibilitychange", this.onBack);
    window.addEventListener("online", this.onBack);
    void this.read();
    void this.run();
  }

  stop(): void {
    this.isStopped = true;
    document.removeEventListener("visibilitychange", this.onBack);
    window.removeEventListener("online", this.onBack);
    window.clearTimeout(this.settling);
    this.listening.abort();
    this.wake();
  }

  /** Read soon; several calls at once become one. */
  look = (): void => {
    this.lookIn(SETTLE);
  };

  private lookIn(span: number): void {
    window.clearTimeout(this.settling);
    this.settling = window.setTimeout(() => void this.read(), span);
  }

  /** Something else is followed from now on, or the person asks to try again at once. */
  again(): void {
    this.turn += 1;
    this.etag = null;
    this.failures = this.misses = 0;
    this.wake();
    this.look();
  }

  private readonly onBack = (): void => {
    if (document.hidden) return;
    this.wake();
    this.look();
  };

  private async read(): Promise<void> {
    if (this.isReading) {
      this.isStale = true;
      return;
    }
    this.isReading = true;
    const [askedAt, turn] = [performance.now(), this.turn];
    const isWanted = (): boolean => !this.isStopped && turn === this.turn;
    try {
      const { state, etag } = await this.api.read<T>(this.pathOf(), this.etag);
      if (!isWanted()) return;
      this.etag = etag;
      this.misses = 0;
      this.watcher.onState(state, askedAt);
    } catch (error) {
      if (isWanted()) this.fail(error);
    } finally {
      this.isReading = false;
      if (this.isStale && !this.isStopped) this.look();
      this.isStale = false;
    }
  }

  private fail(error: unknown): void {
    if (error instanceof Refusal || error instanceof NotSignedIn) this.watcher.onRefused(error);
    else if (error instanceof Unreachable) this.watcher.onGone();
    else throw error;
    // Even while the stream stands: it tells of changes, not of a server that can read again.
    if (!(error instanceof Refusal)) this.lookIn(spanAfter(this.misses++));
  }

  private async run(): Promise<void> {
    while (!this.isStopped) {
      await this.listen().catch(() => undefined);
      if (this.isStopped) return;
      this.look();
      await this.pause();
    }
  }

  private async listen(): Promise<void> {
    this.listening = new AbortController();
    const answer = await this.api.stream("stream", this.listening.signal);
    this.failures = 0;
    let timer = 0;
    const isHere = (): void => {
      window.clearTimeout(timer);
      timer = window.setTimeout(() => this.listening.abort(), SILENCE);
    };
    try {
      isHere();
      for await (const event of eventsOf(answer, isHere)) if (event === "changed") this.look();
    } finally {
      window.clearTimeout(timer);
    }
  }

  /** Longer after each failure and never in step with other panels; the network's return or a look at the page ends it. */
  private pause(): Promise<void> {
    const span = spanAfter(this.failures++);
    return new Promise((resolve) => {
      const timer = window.setTimeout(resolve, span);
      this.wake = () => {
        window.clearTimeout(timer);
        resolve();
      };
    });
  }
}

function spanAfter(failures: number): number {
  return Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** failures) * (0.5 + Math.random());
}
