import { isFiltered } from '../row-filter';
import { aboutColumns } from './about-columns';
import type { ExportChoice } from './export-choice';

/** READ-ME.txt of an export: what is in it, how to check it, what it does not prove. */
export function readMe(
  schoolName: string,
  { asAt, filter, names }: ExportChoice,
  fingerprint: string,
  beside: readonly string[] = [],
): string {
  const parts = isFiltered(filter)
    ? `Part of the record, only: ${partOf(filter)} (see "filter" in manifest.note).`
    : 'The whole record.';
  return `The training record of ${schoolName}, as at ${asAt}
${parts} ${names ? 'With names.' : 'Without names.'}

training-record.csv   one line for each person and module: what was assigned, started and completed; and one for each
                      training session attended (cpd_type live or external), which has no module_id
manifest.note         what these files are, with a SHA-256 of each, signed by the school's key
checkpoint.txt        the signed size and root of the school's record when this was made
leaves.jsonl          every entry of the record; none of them names anybody
openings.jsonl        the details on which the lines of training-record.csv rest, and no others
${beside.length > 0 ? aboutBeside(beside) : ''}
"As at" a day means what had been recorded by the end of that day in London. happened_on says when something
happened, recorded_on when it was entered; of a completion that was withdrawn, or withdrawn and put back, recorded_on and
recorded_by_role are of that. standard_met is Y when the module was completed to its standard; N says
no more than that it is not recorded as completed. It is empty of a session, and of a line whose status is withdrawn:
that counts for nothing, whatever else stands on it. status is due for what was given and not begun, before the day on
which it opens too, which no column says. cpd_type is together where pages or an example were done with a
group, and the module would not be completed without them. staff_ref is a random reference: it stays when a name is erased.
Nothing here holds a score, an answer, a choice, the time someone took or a word they wrote.

To check that nothing was altered, open the page "Check a record or a certificate" of any Attune (its address ends in
/verify/check) and choose this file there. Nothing is sent anywhere; the page can be kept, and works without a network.
The same as a command, without the school's database:

    npm run verify-record -- ${beside.length > 0 ? 'everything.zip' : 'training-record.zip'}

The school's key has this fingerprint. Compare it with the one printed on a summary that you had from the school:

    ${fingerprint}

Others can check the same with their own tools: entries are the leaves of a Merkle tree as in RFC 9162, hashed as
canonical JSON (RFC 8785); details are disclosures as in SD-JWT (RFC 9901); checkpoint.txt is a C2SP tlog-checkpoint.

Not proved by any of this: that the clock of the school's computer was right, or who held the phone.
`;
}

function partOf({ roleGroup, team, module, person }: ExportChoice['filter']): string {
  const parts = [roleGroup, team, module && `the module ${module}`, person && 'one person'];
  return parts.filter(Boolean).join('; ');
}

/** What the heads of columns do not say: “coverage-summary.csv, assigned: counts …”. */
function keys(names: readonly string[]): string {
  return names
    .flatMap((name) =>
      Object.entries(aboutColumns[name.replace(/\.csv$/, '')] ?? {}).map(
        ([column, words]) => `\n${name}, column ${column}:\n    ${words}\n`,
      ),
    )
    .join('');
}

function aboutBeside(names: readonly string[]): string {
  const list = names.map((name) => `    ${name}`).join('\n');
  return `
Beside it, as the school's server made and signed them that day:

${list}

A check shows that none of these was altered since. It does not count their figures again, as it does those of
training-record.csv. They hold figures of groups, and words that the school wrote about itself.
${keys(names)}`;
}
