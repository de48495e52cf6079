/**
 * What the person did and the server does not have yet, in the order it was done. It lives in the page's memory only:
 * a note about a client is nothing to leave in a browser's storage. Every write may be sent twice without harm.
 */

import { type Api, Refusal } from "../shared/api.ts";
import type { NoteKind, Role } from "./state.ts";

export type Write =
  | { readonly path: "note"; readonly body: NoteBody }
  | { readonly path: "note-done"; readonly body: { readonly id: string; readonly is_done: boolean } }
  | { readonly path: "note-remove"; readonly body: { readonly id: string } }
  | { readonly path: "must"; readonly body: MustBody }
  | { readonly path: "role"; readonly body: { readonly address: string; readonly role: Role | null } }
  | { readonly path: "tick"; readonly body: { readonly meeting: string; readonly check: string; readonly is_ticked: boolean } }
  | HourWrite;

/** What is done about the hour and the room. */
export type HourWrite =
  | { readonly path: "addressed"; readonly body: { readonly meeting: string; readonly address: string; readonly is_addressed: boolean } }
  | { readonly path: "care"; readonly body: { readonly meeting: string; readonly is_on: boolean } }
  | { readonly path: "opener"; readonly body: { readonly meeting: string; readonly id: string; readonly is_used: boolean } }
  | { readonly path: "opening"; readonly body: { readonly meeting: string; readonly minutes: number } }
  | { readonly path: "visit"; readonly body: { readonly meeting: string; readonly id: string; readonly is_ticked: boolean } }
  | { readonly path: "around"; readonly body: { readonly meeting: string; readonly name: string; readonly what: string } }
  | { readonly path: "around-remove"; readonly body: { readonly meeting: string; readonly name: string } };

export interface NoteBody {
  readonly meeting: string;
  readonly id: string;
  readonly kind: NoteKind;
  readonly text: string;
  readonly who?: string;
}

export interface MustBody {
  readonly meeting: string;
  readonly id: string;
  readonly text?: string;
  readonly is_done: boolean;
  readonly is_moved?: boolean;
  readonly minutes?: number;
  readonly decides?: string;
}

/** `sentAt` (performance.now()) is when the server said yes; until a later state came, the page shows it by itself. */
export interface Entry {
  readonly write: Write;
  readonly sentAt: number | null;
}

interface Watcher {
  onChange(entries: readonly Entry[]): void;
  /** The server said no for good; the entry is gone from the outbox. */
  onRefused(write: Write, problem: string): void;
  onSent(): void;
}

const FIRST_PAUSE = 1000;
const LONGEST_PAUSE = 20_000;

export class Outbox {
  private entries: readonly Entry[] = [];
  private isSending = false;
  private failures = 0;
  private retrying: number | undefined;

  constructor(
    private readonly api: Api,
    private readonly watcher: Watcher,
  ) {}

  add(write: Write): void {
    this.set([...this.entries, { write, sentAt: null }]);
    void this.send();
  }

  /** The server answers again. */
  wake(): void {
    window.clearTimeout(this.retrying);
    this.failures = 0;
    void this.send();
  }

  /** A state that was asked for at `askedAt` shows everything that was sent before. */
  settle(askedAt: number): void {
    const open = this.entries.filter(({ sentAt }) => sentAt === null || sentAt > askedAt);
    if (open.length < this.entries.length) this.set(open);
  }

  private set(entries: readonly Entry[]): void {
    this.entries = entries;
    this.watcher.onChange(entries);
  }

  private async send(): Promise<void> {
    if (this.isSending) return;
    this.isSending = true;
    try {
      for (let entry = this.next(); entry; entry = this.next()) await this.one(entry);
      this.failures = 0;
    } catch {
      this.later();
    } finally {
      this.isSending = false;
    }
  }

  private next(): Entry | undefined {
    return this.entries.find(({ sentAt }) => sentAt === null);
  }

  /** Throws where it may be tried again. */
  private async one(entry: Entry): Promise<void> {
    try {
      await this.api.write(entry.write.path, entry.write.body);
    } catch (error) {
      if (!(error instanceof Refusal) || error.status === 401) throw error;
      this.set(this.entries.filter((one) => one !== entry));
      this.watcher.onRefused(entry.write, error.message);
      return;
    }
    this.set(this.entries.map((one) => (one === entry ? { ...one, sentAt: performance.now() } : one)));
    this.watcher.onSent();
  }

  private later(): void {
    window.clearTimeout(this.retrying);
    const span = Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** this.failures) * (0.5 + Math.random());
    this.failures += 1;
    this.retrying = window.setTimeout(() => void this.send(), span);
  }
}
