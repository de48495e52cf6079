/** The languages a page can be read in. English comes with the page, every other one when somebody reads it. */

import { useEffect, useRef, useState } from "preact/hooks";

type Files<Found> = Readonly<Record<string, () => Promise<Found>>>;

/** One page's catalogues by language, each fetched once. `files`: what `import.meta.glob` found, by path. */
export class Languages<Found> {
  private readonly loads = new Map<string, () => Promise<Found>>();
  private readonly found = new Map<string, Found | null>();

  constructor(files: Files<Found>) {
    for (const [path, load] of Object.entries(files)) this.loads.set(path.split("/").at(-2) ?? "", load);
  }

  /** The catalogue of a language tag; undefined for English, for one that is not there, and before it was fetched. */
  of(language: string): Found | undefined {
    return this.found.get(tagOf(language)) ?? undefined;
  }

  /** Whether nothing more can be had for this language than what is here. */
  isHere(language: string): boolean {
    const tag = tagOf(language);
    return !this.loads.has(tag) || this.found.has(tag);
  }

  /** Fetches a language once. Never rejects: where its file does not come, the page stays English. */
  async fetch(language: string): Promise<void> {
    const tag = tagOf(language);
    const load = this.loads.get(tag);
    if (!load || this.found.has(tag)) return;
    this.found.set(tag, await load().catch(() => null));
  }
}

/** The last wished language that is here; null before the first. So nothing is painted in a language that is then taken away. */
export function useShown(languages: Languages<unknown>, wished: string | null): string | null {
  const [, again] = useState(0);
  const shown = useRef<string | null>(null);
  useEffect(() => {
    if (wished !== null && !languages.isHere(wished)) void languages.fetch(wished).then(() => again((before) => before + 1));
  }, [wished]);
  if (wished !== null && languages.isHere(wished)) shown.current = wished;
  return shown.current;
}

function tagOf(language: string): string {
  return language.split(/[-_]/)[0]?.toLowerCase() ?? "";
}
