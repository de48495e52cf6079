/** The week with what was or will be done, what is owed, and the companies one meets. */

import { useState } from "preact/hooks";
import { type Api, Refusal } from "../shared/api.ts";
import { dayIn } from "../shared/clock.ts";
import { fill } from "../shared/words.ts";
import type { Owed, Relationship, WeekMeeting, WeekState } from "./state.ts";
import type { Words } from "./words.ts";

const NAMED = 3;

interface Props {
  readonly week: WeekState;
  readonly words: Words;
  readonly api: Api;
  readonly onChanged: () => void;
}

export function Week({ week, words, api, onChanged }: Props) {
  const isEmpty = week.days.every(({ meetings }) => meetings.length === 0);
  return (
    <div class="columns">
      <section class="days" aria-label={words.week}>
        {isEmpty && <p class="empty">{words.noWeek}</p>}
        {week.days.filter(({ meetings }) => meetings.length > 0).map((day) => (
          <section key={day.date} aria-label={day.label}>
            <h2>{day.label}</h2>
            <ul class="card rows">
              {day.meetings.map((meeting) => <li key={meeting.id}><MeetingRow {...{ meeting, words }} /></li>)}
            </ul>
          </section>
        ))}
      </section>
      <div class="aside">
        <OwedList {...{ week, words, api, onChanged }} />
        <Relationships {...{ week, words }} />
      </div>
    </div>
  );
}

function MeetingRow({ meeting, words }: { meeting: WeekMeeting; words: Words }) {
  return (
    <div class={meeting.client_domain ? "meeting client" : "meeting"} data-testid="meeting">
      <p class="hours">
        <strong>{meeting.local_start}</strong> <span class="quiet">–{meeting.local_end}</span>
      </p>
      <div>
        <h3>
          <bdi>{meeting.subject ?? words.noSubject}</bdi> {meeting.client_domain && <span class="chip">{meeting.client_domain}</span>}
        </h3>
        {meeting.who.length > 0 && <p class="quiet" dir="auto">{fill(words.with, { names: namesOf(meeting.who, words) })}</p>}
        <p class="quiet what" dir="auto">{meeting.what}</p>
      </div>
    </div>
  );
}

function namesOf(who: readonly string[], words: Words): string {
  const names = who.slice(0, NAMED).join(", ");
  return who.length > NAMED ? fill(words.andMore, { names, n: who.length - NAMED }) : names;
}

function OwedList({ week, words, api, onChanged }: Props) {
  const [problem, setProblem] = useState<string | null>(null);
  const [ticked, setTicked] = useState<Readonly<Record<string, boolean>>>({});
  const mark = (id: string, is_done: boolean): void => {
    setTicked((before) => ({ ...before, [id]: is_done }));
    api
      .write("owed", { id, what: is_done ? "done" : "reopen" })
      .then(() => setProblem(null))
      .catch((error: unknown) => {
        setTicked(({ [id]: _, ...rest }) => rest);
        setProblem(error instanceof Refusal ? error.message : words.unreachable);
      })
      .finally(onChanged);
  };
  const owed = week.owed.map((one) => ({ one, isDone: ticked[one.id] ?? one.status !== "open" }));
  return (
    <section aria-labelledby="owed-title">
      <h2 id="owed-title">{words.owed}</h2>
      <div role="status">{problem && <p class="problem">{problem}</p>}</div>
      <div class="card rows">
        {owed.length === 0 ? (
          <p class="quiet">{words.nothingOwed}</p>
        ) : (
          <ul>
            {owed.map(({ one, isDone }) => <li key={one.id}><OwedTick {...{ one, isDone }} onMark={mark} /></li>)}
          </ul>
        )}
      </div>
    </section>
  );
}

function OwedTick({ one, isDone, onMark }: { one: Owed; isDone: boolean; onMark: (id: string, is_done: boolean) => void }) {
  return (
    <label class={isDone ? "tick done" : "tick"}>
      <input type="checkbox" checked={isDone} onChange={(event) => onMark(one.id, event.currentTarget.checked)} />
      <span>
        <span dir="auto">{one.what}</span>
        <small><bdi>{one.client_name}</bdi> · {one.due}</small>
      </span>
    </label>
  );
}

function Relationships({ week, words }: { week: WeekState; words: Words }) {
  return (
    <section aria-labelledby="relationships-title">
      <h2 id="relationships-title">{words.relationships}</h2>
      <div class="card rows">
        {week.relationships.length === 0 ? (
          <p class="quiet">{words.noRelationships}</p>
        ) : (
          <ul>
            {week.relationships.map((one) => (
              <li key={one.domain} class="relationship">
                <p>
                  <strong><bdi>{one.name ?? one.domain}</bdi></strong>{" "}
                  {one.name && one.name !== one.domain && <bdi class="quiet">{one.domain}</bdi>}
                </p>
                <p class="quiet">{whenOf(one, week, words)}</p>
              </li>
            ))}
          </ul>
        )}
      </div>
    </section>
  );
}

function whenOf({ last, next, meetings }: Relationship, week: WeekState, words: Words): string {
  const date = (instant: string): string => dayIn(instant, week.zone, week.language);
  const parts = [last ? fill(words.last, { date: date(last) }) : words.notYet, next && fill(words.next, { date: date(next) })];
  return [...parts, fill(words.meetings, { n: meetings })].filter(Boolean).join(" · ");
}
