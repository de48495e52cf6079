/** Which meeting it is, how it stands with its time, and the way to another one. */

import type { ServerClock } from "../shared/clock.ts";
import { CallClock } from "./callclock.tsx";
import type { Meeting } from "./state.ts";
import type { ShownState } from "./overlay.ts";
import type { Words } from "./words.ts";

interface Props {
  readonly state: ShownState;
  readonly clock: ServerClock;
  readonly words: Words;
  readonly onChoose: (id: string) => void;
}

export function Head({ state, clock, words, onChoose }: Props) {
  const { meeting } = state;
  if (!meeting) return null;
  return (
    <header class="head">
      <div class="head-line">
        <p class="quiet client">{aboutOf(meeting, words)}</p>
        {state.choices.some(({ id }) => id !== meeting.id) && <Another {...{ state, words, onChoose }} current={meeting} />}
      </div>
      <h1><bdi>{meeting.subject ?? words.noSubject}</bdi></h1>
      <CallClock {...{ meeting, clock, words }} call={state.call ?? null} />
    </header>
  );
}

function aboutOf({ client_domain, is_series }: Meeting, words: Words): string {
  return [client_domain, is_series ? words.series : null].filter(Boolean).join(" · ");
}

function Another({ state, words, onChoose, current }: Omit<Props, "clock"> & { current: Meeting }) {
  const others = state.choices.filter(({ id }) => id !== current.id);
  return (
    <select class="another" aria-label={words.changeMeeting} value="" onChange={(event) => onChoose(event.currentTarget.value)}>
      <option value="">{words.change}</option>
      {others.map(({ id, subject, local_start }) => <option key={id} value={id}>{`${local_start} ${subject ?? words.noSubject}`}</option>)}
    </select>
  );
}
