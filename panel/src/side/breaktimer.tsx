/** The break: how long it still lasts by the server's clock, the line to say so, and whom to write to meanwhile. */

import { useSecond } from "../shared/clock.ts";
import { OutLink, openable } from "../shared/links.tsx";
import { fill } from "../shared/words.ts";
import type { Break, Call } from "./call-state.ts";
import { Line } from "./copy.tsx";
import { useCallTap } from "./moment.tsx";
import type { View } from "./view.ts";

const SECOND = 1000;

export function BreakTimer(view: View & { call: Call; pause: Break }) {
  const { call, pause, clock, words, taps } = view;
  const now = useSecond(clock);
  const tap = useCallTap(view);
  const left = Math.ceil((Date.parse(pause.until) - now) / SECOND);
  const span = Math.max(1, (Date.parse(pause.until) - Date.parse(pause.began_at)) / SECOND);
  return (
    <>
      <p class="break-face">
        <strong role="timer" aria-label={words.breakLeft} data-testid="timer">{left > 0 ? faceOf(left) : words.timeToGoOn}</strong>
        <span class="quiet">{fill(words.backAt, { time: pause.back_at })}</span>
      </p>
      <progress class="bar" aria-hidden="true" max={span} value={Math.max(0, Math.min(span, span - left))} />
      <p class="hidden" role="status">{left <= 0 && words.timeToGoOn}</p>
      {pause.clocks.length > 0 && (
        <ul class="clocks" aria-label={words.backThere}>
          {pause.clocks.map(({ name, clock: face, day_shift }) => (
            <li key={name}>
              <bdi>{name}</bdi> <strong>{face}</strong>
              {day_shift !== 0 && <small> {fill(day_shift > 0 ? words.dayAfter : words.dayBefore, { n: Math.abs(day_shift) })}</small>}
            </li>
          ))}
        </ul>
      )}
      {left > 0 && <Line text={pause.line} {...view} isPrimary />}
      <div class="taps">
        <button type="button" class={left > 0 ? "" : "primary"} aria-disabled={taps.isBusy} onClick={() => tap("back")}>{words.iAmBack}</button>
        <button type="button" aria-label={words.twoMoreLong} aria-disabled={taps.isBusy} onClick={() => tap("longer")}>{words.twoMore}</button>
      </div>
      {call.message_now.length > 0 && (
        <ul class="message-now" aria-label={words.messageNow}>
          {call.message_now.map((one) => <li key={one.address}><Message {...one} words={words} /></li>)}
        </ul>
      )}
    </>
  );
}

function Message({ address, name, text, words }: Call["message_now"][number] & Pick<View, "words">) {
  const chat = openable(`https://teams.microsoft.com/l/chat/0/0?users=${encodeURIComponent(address)}`);
  return (
    <>
      {text && <p dir="auto">{text}</p>}
      {chat && <OutLink url={chat} text={fill(words.messageTo, { name })} hint={words.opens} />}
    </>
  );
}

/** 4:07 */
function faceOf(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}
