/** The host page’s sentences. */

import type { Words } from "../../host/words.ts";

export const own: Words = {
  title: "Panel lateral, como en Teams",
  note: "Aspecto aproximado de Teams",
  look: "Aspecto",
  default: "Claro",
  dark: "Oscuro",
  contrast: "Alto contraste",
  rightToLeft: "De derecha a izquierda",
  page: "Página",
  panel: "Panel lateral",
  tab: "Pestaña personal",
  configure: "Añadir la aplicación",
};
