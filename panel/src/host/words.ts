/** The host page's own sentences: it is the preview's stand-in for Teams. */

import { Languages } from "../shared/languages.ts";

const en = {
  title: "Side panel, as in Teams",
  note: "Approximate Teams look",
  look: "Look",
  default: "Light",
  dark: "Dark",
  contrast: "High contrast",
  rightToLeft: "Right to left",
  page: "Page",
  panel: "Side panel",
  tab: "Personal tab",
  configure: "Adding the app",
};

export type Words = typeof en;

export const languages = new Languages(import.meta.glob<typeof import("../languages/de/host.ts")>("../languages/*/host.ts"));

/** The catalogue of a language that was fetched; English for any other. */
export function wordsOf(language: string): Words {
  return languages.of(language)?.own ?? en;
}
