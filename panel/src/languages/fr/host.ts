/** The host page’s sentences. */

import type { Words } from "../../host/words.ts";

export const own: Words = {
  title: "Panneau latéral, comme dans Teams",
  note: "Aspect proche de Teams",
  look: "Aspect",
  default: "Clair",
  dark: "Sombre",
  contrast: "Contraste élevé",
  rightToLeft: "De droite à gauche",
  page: "Page",
  panel: "Panneau latéral",
  tab: "Onglet personnel",
  configure: "Ajout de l’application",
};
