/** The settings form, built from the fields the server names. Only what was changed is sent. */

import { useEffect, useId, useRef, useState } from "preact/hooks";
import { type Api, Refusal } from "../shared/api.ts";
import type { Field, Value } from "./state.ts";
import type { Words } from "./words.ts";

interface Props {
  readonly words: Words;
  readonly api: Api;
}

type Changes = Readonly<Record<string, Value>>;
type Problem = { readonly field: string | null; readonly text: string };

export function Settings({ words, api }: Props) {
  const [fields, setFields] = useState<readonly Field[] | null>(null);
  const [changes, setChanges] = useState<Changes>({});
  const [problem, setProblem] = useState<Problem | null>(null);
  const [said, setSaid] = useState("");
  const form = useRef<HTMLFormElement>(null);
  const read = (): void => {
    setProblem(null);
    api
      .read<{ fields: readonly Field[] }>("settings")
      .then(({ state }) => state && setFields(state.fields))
      .catch((error: unknown) => setProblem(problemOf(error, words)));
  };
  useEffect(read, [api]);
  useEffect(() => {
    if (problem?.field) form.current?.querySelector<HTMLElement>(`[name="${CSS.escape(problem.field)}"]`)?.focus();
  }, [problem]);
  const change = (id: string, value: Value): void => {
    setSaid("");
    setChanges((before) => ({ ...before, [id]: value }));
  };
  const save = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    setProblem(null);
    setSaid("");
    if (Object.keys(changes).length === 0) return setSaid(words.nothingChanged);
    try {
      const answer = await api.write<{ fields?: readonly Field[] }>("settings", { changes: withoutGaps(changes) });
      if (answer.fields) setFields(answer.fields);
      setChanges({});
      setSaid(words.saved);
    } catch (error) {
      setProblem(problemOf(error, words));
    }
  };
  if (!fields) {
    return (
      <div class="empty">
        <p role="status">{problem?.text ?? words.loadingSettings}</p>
        {problem && <button type="button" onClick={read}>{words.tryAgain}</button>}
      </div>
    );
  }
  return (
    <form class="settings" ref={form} noValidate onSubmit={(event) => void save(event)}>
      {fields.map((field) => (
        <Row
          key={field.id} field={{ ...field, value: changes[field.id] ?? field.value }}
          problem={problem?.field === field.id ? problem.text : null} onChange={(value) => change(field.id, value)}
        />
      ))}
      <div class="save">
        <button type="submit" class="primary">{words.save}</button>
        <p role="status">{problem && !problem.field ? <span class="problem">{problem.text}</span> : said}</p>
      </div>
    </form>
  );
}

function problemOf(error: unknown, words: Words): Problem {
  return error instanceof Refusal ? { field: error.field, text: error.message } : { field: null, text: words.unreachable };
}

interface RowProps {
  readonly field: Field;
  readonly problem: string | null;
  readonly onChange: (value: Value) => void;
}

function Row({ field, problem, onChange }: RowProps) {
  const id = useId();
  const described = [field.hint && `${id}-hint`, problem && `${id}-problem`].filter(Boolean).join(" ") || undefined;
  const shared = { id, name: field.id, "aria-describedby": described, "aria-invalid": problem !== null };
  return (
    <div class={field.kind === "switch" ? "setting switch" : "setting"} data-kind={field.kind}>
      <label for={id}>{field.label}</label>
      {field.hint && <p class="hint" id={`${id}-hint`}>{field.hint}</p>}
      <Control {...{ field, shared, onChange }} />
      {problem && <p class="problem" id={`${id}-problem`}>{problem}</p>}
    </div>
  );
}

interface ControlProps {
  readonly field: Field;
  readonly shared: { id: string; name: string; "aria-describedby": string | undefined; "aria-invalid": boolean };
  readonly onChange: (value: Value) => void;
}

function Control({ field, shared, onChange }: ControlProps) {
  const text = Array.isArray(field.value) ? field.value.join("\n") : String(field.value ?? "");
  switch (field.kind) {
    case "switch":
      return <input type="checkbox" {...shared} checked={field.value === true} onChange={(event) => onChange(event.currentTarget.checked)} />;
    case "choice":
      return (
        <select {...shared} value={text} onChange={(event) => onChange(event.currentTarget.value)}>
          {field.choices?.map(({ value, title }) => <option key={value} value={value}>{title}</option>)}
        </select>
      );
    case "lines":
      return <textarea {...shared} dir="auto" rows={3} value={text} onInput={(event) => onChange(linesOf(field, event.currentTarget.value))} />;
    case "number":
      return (
        <input
          type="number" {...shared} min={field.least} max={field.most} value={text}
          onInput={(event) => onChange(numberOf(event.currentTarget))}
        />
      );
    case "time":
      return <input type="time" {...shared} value={text} onInput={(event) => onChange(event.currentTarget.value)} />;
    default:
      return <input type="text" {...shared} dir="auto" value={text} onInput={(event) => onChange(event.currentTarget.value)} />;
  }
}

/** In the shape in which the server gave it: a list, or one text. */
function linesOf(field: Field, text: string): Value {
  return Array.isArray(field.value) ? text.split("\n") : text;
}

function withoutGaps(changes: Changes): Changes {
  const whole = (value: Value): Value => (Array.isArray(value) ? value.map((line: string) => line.trim()).filter(Boolean) : value);
  return Object.fromEntries(Object.entries(changes).map(([id, value]) => [id, whole(value)]));
}

function numberOf(input: HTMLInputElement): Value {
  return Number.isNaN(input.valueAsNumber) ? "" : input.valueAsNumber;
}
