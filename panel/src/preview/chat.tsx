/** The person's own chat with the bot, about as Teams draws it. */

import type { RefObject } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import { Card } from "./card.tsx";
import { Empty } from "./day.tsx";
import { Mark } from "../shared/mark.tsx";
import { Bell, Undo } from "./icons.tsx";
import type { Tap } from "./renderer.ts";
import type { Change, Message } from "./state.ts";
import { type Place, dateOf, dayName, nearDay, timeOf } from "./times.ts";
import { type Words, fill } from "./words.ts";

interface Props {
  readonly messages: readonly Message[];
  readonly changed: Change | null;
  readonly today: string;
  readonly place: Place;
  readonly words: Words;
  readonly onTap: (message: Message, tap: Tap) => void;
}

export function Chat({ messages, changed, today, place, words, onTap }: Props) {
  const body = useRef<HTMLDivElement>(null);
  const sorted = [...messages].sort((one, other) => Date.parse(one.sent) - Date.parse(other.sent));
  useShow(body, sorted.at(-1)?.id, changed);
  return (
    <section class="pane chat" id="chat" aria-labelledby="chat-title">
      <div class="pane-head chat-head">
        <Mark size={36} />
        <div>
          <h2 id="chat-title">{words.product}</h2>
          <p class="quiet">{words.chatWith}</p>
        </div>
        <span class="note">{words.approximate}</span>
      </div>
      <div class="pane-body" ref={body} tabIndex={0} role="group" aria-labelledby="chat-title">
        {sorted.length === 0 && <Empty title={words.chatEmpty} hint={words.chatEmptyHint} />}
        <ol class="messages">
          {sorted.map((message, index) => {
            const date = dateOf(message.sent, place);
            const earlier = sorted[index - 1];
            const isNewDay = !earlier || dateOf(earlier.sent, place) !== date;
            return (
              <li key={message.id} class={message.id === changed?.id ? "fresh" : ""}>
                {isNewDay && <p class="day-line"><span>{nearDay(date, today, words) ?? dayName(date, place)}</span></p>}
                <Item {...{ message, place, words }} onTap={(tap) => onTap(message, tap)} />
              </li>
            );
          })}
        </ol>
      </div>
    </section>
  );
}

interface ItemProps {
  readonly message: Message;
  readonly place: Place;
  readonly words: Words;
  readonly onTap: (tap: Tap) => void;
}

function Item({ message, place, words, onTap }: ItemProps) {
  const { id, edits, is_deleted: isDeleted } = message;
  return (
    <article class="message" data-testid="card" data-activity-id={id} data-edits={edits} data-deleted={isDeleted}>
      <Mark />
      <div class="message-body">
        <p class="message-head">
          <strong>{words.product}</strong> <time dateTime={message.sent}>{timeOf(message.sent, place)}</time>
          {!isDeleted && edits > 0 && <span class="edited-mark">{howOften(message, place, words)}</span>}
        </p>
        {isDeleted ? <Withdrawn {...{ message, place, words }} /> : <Content {...{ message, words, onTap }} />}
      </div>
    </article>
  );
}

function Content({ message, words, onTap }: Omit<ItemProps, "place">) {
  return (
    <>
      {message.summary && message.card && (
        <p class="toast-line">
          <Bell /> <span class="hidden">{words.notification}:</span> {message.summary}
        </p>
      )}
      {message.text && <p class="bubble">{message.text}</p>}
      {message.card && <Card json={message.card} label={message.summary || words.product} broken={words.cardBroken} onTap={onTap} />}
    </>
  );
}

function Withdrawn({ message, place, words }: Omit<ItemProps, "onTap">) {
  return (
    <p class="withdrawn">
      <Undo />{" "}
      {message.edited ? fill(words.withdrawnLine, { time: timeOf(message.edited, place) }) : words.withdrawnPlain}
    </p>
  );
}

function howOften(message: Message, place: Place, words: Words): string {
  const time = timeOf(message.edited ?? message.sent, place);
  return fill(message.edits > 1 ? words.editedOften : words.editedOnce, { time, count: message.edits });
}

/** Bring the last message, then each that changes, into view: inside the pane only, the page stays where the person is. */
function useShow(body: RefObject<HTMLDivElement | null>, last: string | undefined, changed: Change | null): void {
  const show = (id: string, behavior: ScrollBehavior): void => {
    const pane = body.current;
    const item = pane?.querySelector(`[data-activity-id="${CSS.escape(id)}"]`);
    if (!pane || !item) return;
    const top = pane.scrollTop + item.getBoundingClientRect().top - pane.getBoundingClientRect().top;
    pane.scrollTo({ top, behavior });
  };
  useLayoutEffect(() => {
    if (last) show(last, "instant");
  }, []);
  useLayoutEffect(() => {
    const isCalm = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
    if (changed) show(changed.id, isCalm ? "instant" : "smooth");
  }, [changed]);
}
