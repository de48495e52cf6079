/** The host page's own sentences: it is the preview's stand-in for Teams. */

import { chosen } from "../shared/words.ts";

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

const de: Words = {
  title: "Seitenbereich, wie in Teams",
  note: "Ungefähr wie in Teams",
  look: "Aussehen",
  default: "Hell",
  dark: "Dunkel",
  contrast: "Hoher Kontrast",
  rightToLeft: "Von rechts nach links",
  page: "Seite",
  panel: "Seitenbereich",
  tab: "Persönlicher Tab",
  configure: "App hinzufügen",
};

export function wordsOf(language: string): Words {
  return chosen({ en, de }, language);
}
