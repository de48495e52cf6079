/** Sentences of the pages, filled and pointed the right way. What the server says comes in the person’s language already. */

/** A sentence with its `{places}` filled. */
export function fill(sentence: string, places: Readonly<Record<string, string | number>>): string {
  return sentence.replace(/\{(\w+)\}/g, (whole, name: string) => String(places[name] ?? whole));
}

const RIGHT_TO_LEFT = ["ar", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"];

/** Which way a language runs. */
export function directionOf(language: string): "ltr" | "rtl" {
  return RIGHT_TO_LEFT.includes(language.split("-")[0] ?? "") ? "rtl" : "ltr";
}

/** The page's language and direction; `?dir=` in its address wins, for whoever wants to see the other way round. */
export function speak(language: string, direction: "ltr" | "rtl" = directionOf(language)): void {
  const wished = new URLSearchParams(location.search).get("dir");
  document.documentElement.lang = language;
  document.documentElement.dir = wished === "rtl" || wished === "ltr" ? wished : direction;
}
