/** A line to paste somewhere else, with its button. */

import { Copy } from "../shared/icons.tsx";
import type { View } from "./view.ts";

export function Line({ text, say, words, isPrimary = false }: Pick<View, "say" | "words"> & { text: string; isPrimary?: boolean }) {
  const copy = (): void => {
    const done = navigator.clipboard?.writeText(text) ?? Promise.reject(new Error("There is no clipboard."));
    void done.then(
      () => say(words.lineCopied),
      () => say(words.notCopied),
    );
  };
  return (
    <>
      <blockquote class="paste" dir="auto">{text}</blockquote>
      <button type="button" class={isPrimary ? "primary wide" : "wide"} onClick={copy}><Copy />{words.copyLine}</button>
    </>
  );
}
