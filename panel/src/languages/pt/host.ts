/** The host page’s sentences. */

import type { Words } from "../../host/words.ts";

export const own: Words = {
  title: "Painel lateral, como no Teams",
  note: "Aparência aproximada do Teams",
  look: "Aparência",
  default: "Clara",
  dark: "Escura",
  contrast: "Alto contraste",
  rightToLeft: "Da direita para a esquerda",
  page: "Página",
  panel: "Painel lateral",
  tab: "Guia pessoal",
  configure: "Adicionar o aplicativo",
};
