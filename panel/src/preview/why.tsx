/** Where each line of a card comes from: a dialog over the page, opened from a meeting of the day. */

import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import { Close } from "./icons.tsx";
import { Refusal, explain } from "./server.ts";
import type { Meeting, Why, WhyLine, WhySource } from "./state.ts";
import { type Place, fullDateOf } from "./times.ts";
import { type Words, fill } from "./words.ts";

interface Props {
  readonly meeting: Meeting;
  readonly place: Place;
  readonly words: Words;
  readonly onClosed: () => void;
}

export function WhyDialog({ meeting, place, words, onClosed }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const { why, problem } = useWhy(meeting.id, words);
  // A modal dialog of the browser's own: it keeps the focus inside, closes on Escape and gives the focus back.
  useLayoutEffect(() => {
    if (!dialog.current?.open) dialog.current?.showModal();
  }, []);
  const close = (): void => dialog.current?.close();
  return (
    <dialog
      class="why" ref={dialog} data-testid="why" aria-labelledby="why-title" onClose={onClosed}
      onClick={(event) => event.target === dialog.current && close()}
    >
      <div class="why-sheet">
        <header class="why-head">
          <div>
            <p class="quiet">{words.why}</p>
            <h2 id="why-title">{why?.subject ?? meeting.subject ?? words.noSubject}</h2>
          </div>
          <button type="button" class="ghost" aria-label={words.close} onClick={close}>
            <Close />
          </button>
        </header>
        {/* What scrolls must be reachable without a mouse. */}
        <div class="why-body" tabIndex={0} role="group" aria-labelledby="why-title">
          <div role="status">
            {!why && !problem && <p class="loading">{words.whyLoading}</p>}
            {problem && <p class="why-problem" data-testid="why-problem">{problem}</p>}
          </div>
          {why?.groups.map((group) => (
            <section key={group.title} aria-label={group.title}>
              <h3>{group.title}</h3>
              <ul>
                {group.lines.map((line, index) => <Line key={index} {...{ line, place, words }} />)}
              </ul>
            </section>
          ))}
        </div>
      </div>
    </dialog>
  );
}

/** What the server says of one meeting, or its sentence about why it says nothing. */
function useWhy(meetingId: string, words: Words) {
  const [why, setWhy] = useState<Why | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  useEffect(() => {
    let isWanted = true;
    explain(meetingId)
      .then((said) => isWanted && setWhy(said))
      .catch((error: unknown) => isWanted && setProblem(error instanceof Refusal ? error.message : words.gone));
    return () => void (isWanted = false);
  }, [meetingId]);
  return { why, problem };
}

function Line({ line, place, words }: { line: WhyLine; place: Place; words: Words }) {
  return (
    <li class="why-line">
      <p>{line.text}</p>
      {line.because.length > 0 && (
        <div class="because">
          <span class="because-word">{words.because}</span>
          <ul>
            {line.because.map((reason) => <li key={reason}>{reason}</li>)}
          </ul>
        </div>
      )}
      {pagesOf(line.sources).map((page, index) => <Page key={index} {...{ page, place, words }} />)}
    </li>
  );
}

/** Sources on the same page stand together: its quotes, then once where they stand. */
function pagesOf(sources: readonly WhySource[]): WhySource[][] {
  const pages = new Map<string, WhySource[]>();
  for (const source of sources) {
    const key = `${source.url ?? ""} ${source.title}`;
    pages.set(key, [...(pages.get(key) ?? []), source]);
  }
  return [...pages.values()];
}

function Page({ page, place, words }: { page: readonly WhySource[]; place: Place; words: Words }) {
  const first = page[0];
  if (!first) return null;
  const quotes = page.map((source) => source.quote).filter(Boolean);
  const link = openable(first.url);
  const date = first.seen_at && fullDateOf(first.seen_at, place);
  const when = date && fill(first.kind === "mail" ? words.inMail : first.url ? words.readOn : words.inCalendar, { date });
  const isHeadline = quotes.includes(first.title);
  const name = isHeadline && link ? hostOf(link) : first.title;
  return (
    <figure class={quotes.length > 0 ? "source" : "source bare"} data-testid="source">
      {quotes.map((quote) => <blockquote key={quote}>{fill(words.quoted, { quote })}</blockquote>)}
      <figcaption>
        {link ? (
          <a href={link.href} target="_blank" rel="noopener noreferrer">
            {name}
            <span aria-hidden="true"> ↗</span>
            <span class="hidden"> ({words.opensTab})</span>
          </a>
        ) : (
          <span>{name}</span>
        )}
        {link && !isHeadline && ` · ${hostOf(link)}`}
        {when && <> · <span class="source-when">{when}</span></>}
      </figcaption>
    </figure>
  );
}

/** Only the web's own addresses become links, whatever the server sent. */
function openable(address: string | null): URL | null {
  if (!address || !URL.canParse(address)) return null;
  const url = new URL(address);
  return url.protocol === "https:" || url.protocol === "http:" ? url : null;
}

function hostOf(link: URL): string {
  return link.hostname.replace(/^www\./, "");
}
