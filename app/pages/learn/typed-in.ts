const notTyped = new Set([
  'formTag',
  'formId',
  'intent',
  'later',
  'enrolmentId',
  'runId',
  'n',
  'prompt',
  'onward',
  'check',
  'practice',
]);
const boxes = /^(why|what|when|know|words-.+)$/;

/** What was filled in in a form of a module page, without its hidden fields. */
export function typedIn(form: FormData): Record<string, string> {
  const fields: Record<string, string> = {};
  for (const [name, value] of form) {
    if (typeof value === 'string' && !notTyped.has(name)) fields[name] = value;
  }
  return fields;
}

/** Whether any of it is words, and not an answer that was marked. */
export const holdsWords = (fields: Record<string, string>): boolean =>
  Object.entries(fields).some(([name, text]) => boxes.test(name) && text.trim() !== '');
