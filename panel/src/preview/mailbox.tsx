/** What the product put into the person's Outlook and To Do: nothing leaves without their hand. */

import { Empty } from "./day.tsx";
import type { Draft, Task } from "./state.ts";
import { type Place, dayName } from "./times.ts";
import { type Words, fill } from "./words.ts";

interface DraftsProps {
  readonly drafts: readonly Draft[];
  readonly words: Words;
  readonly onAct: (draft: Draft, action: "send" | "delete") => void;
}

export function Drafts({ drafts, words, onAct }: DraftsProps) {
  const shown = drafts.filter(({ state }) => state !== "deleted").reverse();
  if (shown.length === 0) return <Empty title={words.draftsEmpty} hint={words.draftsEmptyHint} />;
  return (
    <ul class="drafts" aria-label={words.drafts}>
      {shown.map((draft) => (
        <li key={draft.id} data-testid="draft" data-state={draft.state}>
          <h3>
            {draft.subject || words.noSubject} <span class="chip">{draft.state === "sent" ? words.draftSent : words.draft}</span>
          </h3>
          {draft.to.length > 0 && (
            <p class="quiet">
              {fill(words.draftTo, { people: draft.to.join(", ") })}
              {draft.cc.length > 0 && <> · {fill(words.draftCc, { people: draft.cc.join(", ") })}</>}
            </p>
          )}
          <p class="draft-text">{draft.text}</p>
          {draft.state === "draft" && (
            <div class="changes">
              <button type="button" aria-label={`${words.draftSend}: ${draft.subject}`} onClick={() => onAct(draft, "send")}>{words.draftSend}</button>
              <button type="button" aria-label={`${words.draftDelete}: ${draft.subject}`} onClick={() => onAct(draft, "delete")}>
                {words.draftDelete}
              </button>
            </div>
          )}
        </li>
      ))}
    </ul>
  );
}

interface TasksProps {
  readonly tasks: readonly Task[];
  readonly place: Place;
  readonly words: Words;
  readonly onTick: (task: Task, isDone: boolean) => void;
}

export function Tasks({ tasks, place, words, onTick }: TasksProps) {
  if (tasks.length === 0) return <Empty title={words.tasksEmpty} hint={words.tasksEmptyHint} />;
  return (
    <ul class="tasks" aria-label={words.tasks}>
      {[...tasks].reverse().map((task) => (
        <li key={task.id} data-testid="task" data-done={task.is_done}>
          <label>
            <input type="checkbox" checked={task.is_done} onChange={(event) => onTick(task, event.currentTarget.checked)} />
            <span class="task-title">{task.title}</span>
          </label>
          <p class="quiet">
            {task.list}
            {task.due_on && <> · {fill(words.taskDue, { day: dayName(task.due_on, place, true) })}</>}
          </p>
          {task.text && <p class="task-text">{task.text}</p>}
        </li>
      ))}
    </ul>
  );
}
