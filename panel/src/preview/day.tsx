/** The person's calendar, day by day: every meeting with the reason why it gets a card or none. */

import { useLayoutEffect, useRef, useState } from "preact/hooks";
import type { Day, Meeting, Moment } from "./state.ts";
import { type Place, dayName, nearDay } from "./times.ts";
import { WhyDialog } from "./why.tsx";
import type { Words } from "./words.ts";

export type MeetingChange = "move-hour" | "move-day" | "cancel" | "notify-twice";

interface Props {
  readonly days: readonly Day[];
  readonly isReading: boolean;
  readonly today: string;
  readonly place: Place;
  readonly words: Words;
  readonly onChange: (meeting: Meeting, change: MeetingChange) => void;
}

export function DayList({ days, isReading, today, place, words, onChange }: Props) {
  const body = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const first = body.current?.querySelector<HTMLElement>(`[data-date="${today}"]`);
    body.current?.scrollTo({ top: first?.offsetTop ?? 0, behavior: "instant" });
  }, [today]);
  const [asked, setAsked] = useState<Meeting | null>(null);
  const isEmpty = days.every((day) => day.meetings.length === 0);
  return (
    <>
      {/* A pane that scrolls must be reachable without a mouse. */}
      <div class="pane-body" ref={body} tabIndex={0} role="group" aria-label={words.daySub}>
        {isEmpty && isReading && <p class="loading" role="status">{words.loading}</p>}
        {isEmpty && !isReading && <Empty title={words.dayEmpty} hint={words.dayEmptyHint} />}
        {days.map((day) => day.meetings.length > 0 && (
          <section class="date" key={day.date} data-date={day.date} aria-labelledby={`date-${day.date}`}>
            <h3 id={`date-${day.date}`}>
              {nearDay(day.date, today, words) && <strong>{nearDay(day.date, today, words)}</strong>} {dayName(day.date, place)}
            </h3>
            <ol>
              {day.meetings.map((meeting) => (
                <Row
                  key={meeting.id} {...{ meeting, place, words, date: day.date }}
                  onChange={(change) => onChange(meeting, change)} onAsk={() => setAsked(meeting)}
                />
              ))}
            </ol>
          </section>
        ))}
      </div>
      {asked && <WhyDialog key={asked.id} meeting={asked} {...{ place, words }} onClosed={() => setAsked(null)} />}
    </>
  );
}

export function Empty({ title, hint }: { title: string; hint: string }) {
  return (
    <div class="empty">
      <p class="empty-title">{title}</p>
      <p>{hint}</p>
    </div>
  );
}

interface RowProps {
  readonly meeting: Meeting;
  readonly date: string;
  readonly place: Place;
  readonly words: Words;
  readonly onChange: (change: MeetingChange) => void;
  readonly onAsk: () => void;
}

function Row({ meeting, date, place, words, onChange, onAsk }: RowProps) {
  const subject = meeting.subject ?? words.noSubject;
  return (
    <li
      class={meeting.is_shown ? "meeting shown" : "meeting skipped"} data-testid="meeting" data-event-id={meeting.event_id}
      data-meeting-id={meeting.id} data-shown={meeting.is_shown}
    >
      <p class="hours">
        <span>{meeting.local_start}</span> <span class="quiet">–{meeting.local_end}</span>
      </p>
      <div class="what">
        <h4>
          {subject}
          {meeting.client && <span class="client">{meeting.client}</span>}
        </h4>
        {meeting.is_shown && meeting.people.length > 0 && (
          <p class="quiet people">
            {words.withPeople} {meeting.people.join(", ")}
          </p>
        )}
        <p class="reason">{meeting.reason}</p>
        {meeting.moments.length > 0 && (
          <ul class="moments">
            {meeting.moments.map((moment) => <MomentRow key={moment.kind + moment.due} {...{ moment, date, place, words }} />)}
          </ul>
        )}
        {meeting.is_shown && (
          <button type="button" class="why-ask" data-action="why" aria-label={`${words.why}: ${subject}`} onClick={onAsk}>
            {words.why}
          </button>
        )}
        {meeting.is_shown ? (
          <Changes {...{ subject, words, onChange }} />
        ) : (
          <details>
            <summary aria-label={`${words.change}: ${subject}`}>{words.change}</summary>
            <Changes {...{ subject, words, onChange }} />
          </details>
        )}
      </div>
    </li>
  );
}

function MomentRow({ moment, date, place, words }: { moment: Moment; date: string; place: Place; words: Words }) {
  const isOtherDay = moment.local_due_date !== date;
  const time = isOtherDay ? `${dayName(moment.local_due_date, place, true)} ${moment.local_due}` : moment.local_due;
  const isSaid = !isOtherDay && moment.words.includes(moment.local_due);
  return (
    <li data-kind={moment.kind} data-state={moment.state}>
      <span class="dot" aria-hidden="true" />
      {!isSaid && <span class="moment-time">{time}</span>} <span>{moment.words}</span>
      <span class="chip">{words[moment.state] ?? moment.state}</span>
    </li>
  );
}

function Changes({ subject, words, onChange }: { subject: string; words: Words; onChange: (change: MeetingChange) => void }) {
  const buttons: [MeetingChange, string][] = [
    ["move-hour", words.moreHour],
    ["move-day", words.moreDay],
    ["cancel", words.cancel],
    ["notify-twice", words.twice],
  ];
  return (
    <div class="changes">
      {buttons.map(([change, label]) => (
        <button
          type="button" key={change} data-action={change} aria-label={`${label}: ${subject}`} onClick={() => onChange(change)}
        >
          {label}
        </button>
      ))}
    </div>
  );
}
