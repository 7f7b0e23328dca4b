import { parse } from 'csv-parse/sync';
import { textsOf } from '../bytes';
import { Unfit } from './unfit';

/** The records of `training-record.csv`, some hundreds read at a time: a large one is no text that a program can hold. */
export function* recordsOf(file: Iterable<Uint8Array>): Generator<string[]> {
  let waiting = '';
  let ended: Ending | null = null;
  let begun = false;
  for (const text of textsOf(file)) {
    waiting += text;
    ended ??= endingIn(waiting);
    const end = ended ? lastEnd(waiting, ended) : 0;
    if (!ended || end === 0) continue;
    yield* parsed(waiting.slice(0, end), ended, begun);
    begun = true;
    waiting = waiting.slice(end);
  }
  if (waiting !== '') yield* parsed(waiting, ended ?? '\r\n', begun);
}

type Ending = '\r\n' | '\n';
const [quote, newLine, carriageReturn] = [34, 10, 13];

/** How the first line ends, as all of them do then; null while that is not known. */
function endingIn(text: string): Ending | null {
  const at = text.indexOf('\n');
  if (at < 0) return null;
  return text.charCodeAt(at - 1) === carriageReturn ? '\r\n' : '\n';
}

/** Where the last whole record ends: at a line's end that no quotation marks enclose. */
function lastEnd(text: string, ending: Ending): number {
  let [within, end] = [false, 0];
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === quote) within = !within;
    else if (code !== newLine || within) continue;
    else if (ending === '\n' || text.charCodeAt(at - 1) === carriageReturn) end = at + 1;
  }
  return end;
}

/** A quotation mark where none may stand is refused, so records end just where `lastEnd` has it. */
function parsed(text: string, ending: Ending, begun: boolean): string[][] {
  try {
    const options = { bom: !begun, relax_column_count: true, record_delimiter: ending };
    return parse(text, options) as string[][];
  } catch {
    throw new Unfit('training-record.csv cannot be read as a CSV file.');
  }
}
