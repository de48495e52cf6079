/** The host page’s sentences. */

import type { Words } from "../../host/words.ts";

export const own: Words = {
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
