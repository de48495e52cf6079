/** Links that leave: only the web's own safe addresses, opened by the host where there is one. */

import { createContext } from "preact";
import { useContext } from "preact/hooks";

/** How a link is opened; null leaves it to the browser. */
export const Opening = createContext<((url: string) => void) | null>(null);

/** The address where it may become a link: https, or our own origin's. */
export function openable(address: string | null | undefined): URL | null {
  if (!address || !URL.canParse(address)) return null;
  const url = new URL(address);
  return url.protocol === "https:" || url.origin === location.origin ? url : null;
}

export function hostOf(link: URL): string {
  return link.hostname.replace(/^www\./, "");
}

interface Props {
  readonly url: URL;
  readonly text: string;
  readonly hint: string;
}

export function OutLink({ url, text, hint }: Props) {
  const open = useContext(Opening);
  const follow = (event: MouseEvent): void => {
    if (!open) return;
    event.preventDefault();
    open(url.href);
  };
  return (
    <a href={url.href} target="_blank" rel="noopener noreferrer" onClick={follow}>
      <bdi>{text}</bdi>
      <span aria-hidden="true"> ↗</span>
      <span class="hidden"> ({hint})</span>
    </a>
  );
}
