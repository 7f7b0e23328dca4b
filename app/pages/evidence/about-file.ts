import { civilDateInWords } from '~/course/said';
import { aboutColumns } from '~/record/export/about-columns';
import { columnsOf, type Table } from '~/record/export/table';

interface About {
  schoolName: string;
  /** Civil dates. */
  asAt: string;
  madeOn: string;
  /** Which part of the record, in words; empty of the whole. */
  part: string;
  names: boolean;
  /** Of the other sheets. */
  beside: readonly string[];
}

/** The last sheet of a workbook: what the others are, so that a part is not taken for the whole when its name is changed. */
export function aboutFile({ schoolName, asAt, madeOn, part, names, beside }: About): Table {
  const day = civilDateInWords(asAt);
  const rows = [
    ['School', schoolName],
    ['As at', `${day}: what had been recorded by the end of that day`],
    // Nobody else may take the record away.
    ['Made', `On ${civilDateInWords(madeOn)}, by a headteacher of the school`],
    [
      'Sheet training-record',
      part === '' ? 'The whole record.' : `A part of the record. Only: ${part}.`,
    ],
    ['Names', names ? 'With names.' : 'Without names.'],
    ...beside.map((name) => [`Sheet ${name}`, 'Of the whole school, whatever part was chosen.']),
    ...beside.flatMap((name) =>
      Object.entries(aboutColumns[name] ?? {}).map(([column, words]) => [
        `Sheet ${name}, column ${column}`,
        `It ${words}`,
      ]),
    ),
  ];
  return { name: 'About this file', columns: columnsOf(['about', 'in_words']), rows };
}
