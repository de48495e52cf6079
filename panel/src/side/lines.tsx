/** A line of the brief; a tap on it shows where it is from. */

import { useId, useState } from "preact/hooks";
import { dateIn } from "../shared/clock.ts";
import { Open } from "../shared/icons.tsx";
import { OutLink, hostOf, openable } from "../shared/links.tsx";
import { fill } from "../shared/words.ts";
import type { Line, PanelState, Source } from "./state.ts";
import type { Words } from "./words.ts";

interface Props {
  readonly lines: readonly Line[];
  readonly state: Pick<PanelState, "zone" | "language">;
  readonly words: Words;
}

export function Lines({ lines, state, words }: Props) {
  return (
    <ul class="lines">
      {lines.map((line, index) => (
        <li key={index}>
          {line.source ? <Sourced {...{ line, state, words }} source={line.source} /> : <p dir="auto">{line.text}</p>}
        </li>
      ))}
    </ul>
  );
}

function Sourced({ line, source, state, words }: Omit<Props, "lines"> & { line: Line; source: Source }) {
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  return (
    <>
      <button type="button" class="line" aria-expanded={isOpen} aria-controls={id} onClick={() => setOpen(!isOpen)}>
        <span dir="auto">{line.text}</span>
        <span class="hidden"> ({words.source})</span>
        <Open />
      </button>
      <Whence {...{ id, isOpen, source, state, words }} />
    </>
  );
}

/** Where something is from: its words there, and the way to it. */
export function Whence({ id, isOpen, source, state, words }: Omit<Props, "lines"> & { id: string; isOpen: boolean; source: Source }) {
  return (
    <figure class="source" id={id} hidden={!isOpen}>
      {source.quote && <blockquote dir="auto">{fill(words.quoted, { quote: source.quote })}</blockquote>}
      <figcaption>{isOpen && <Origin {...{ source, state, words }} />}</figcaption>
    </figure>
  );
}

function Origin({ source, state, words }: { source: Source } & Omit<Props, "lines">) {
  const link = openable(source.url);
  const date = source.seen_at && dateIn(source.seen_at, state.zone, state.language);
  const title = source.title || (link ? hostOf(link) : "");
  return (
    <>
      {link ? <OutLink url={link} text={title} hint={words.opens} /> : <bdi>{title}</bdi>}
      {date && <span> · {fill(source.kind === "mail" ? words.inMail : source.url ? words.readOn : words.inCalendar, { date })}</span>}
    </>
  );
}
