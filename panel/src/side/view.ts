/** What every view of the panel gets. */

import type { Api } from "../shared/api.ts";
import type { ServerClock } from "../shared/clock.ts";
import type { Write } from "./outbox.ts";
import type { ShownState } from "./overlay.ts";
import type { Taps } from "./tap.ts";
import type { Words } from "./words.ts";

export type ViewName = "now" | "people" | "notes" | "after";

export interface View {
  readonly state: ShownState;
  readonly clock: ServerClock;
  readonly words: Words;
  readonly api: Api;
  readonly act: (write: Write) => void;
  readonly taps: Taps;
  readonly go: (to: ViewName) => void;
  /** Say something once, at the panel's foot and to a screen reader. */
  readonly say: (text: string, undo?: () => void) => void;
}
