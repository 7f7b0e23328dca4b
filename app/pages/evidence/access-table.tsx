import { Link } from '@remix-run/react';
import type { ListedLook } from '~/record/access-list.server';
import { Table } from '~/ui/table';
import { queryOf } from './links';
import { shortDate } from './said';

type Look = Omit<ListedLook, 'at'> & { on: string; time: string };

interface LooksTableProps {
  looks: Look[];
  total: number;
  /** Each person in one look, by name. */
  each: boolean;
  /** One person was asked about, who stands on each line. */
  ofOne: boolean;
}

/** One page of the list: a line for each look, or for each person in one of them. */
export function LooksTable({ looks, total, each, ofOne }: LooksTableProps) {
  const whose = { key: 'whose', head: 'Whose record', rowHead: each };
  if (each) {
    return (
      <Table<Look>
        caption={`${inNumbers(total)} ${total === 1 ? 'person' : 'people'}, by name`}
        rows={looks}
        rowKey={({ id }) => id}
        columns={[{ ...whose, cell: nameOf }]}
      />
    );
  }
  return (
    <Table<Look>
      caption={`${inNumbers(total)} ${total === 1 ? 'look' : 'looks'}, the newest first`}
      rows={looks}
      rowKey={({ id }) => id}
      empty={<p>Nobody looked, as far as you chose.</p>}
      columns={[
        {
          key: 'when',
          head: 'When',
          rowHead: true,
          cell: ({ on, time }) => `${shortDate(on)}, ${time}`,
        },
        { key: 'who', head: 'Who', cell: ({ who: name }) => name ?? 'Name erased' },
        { key: 'what', head: 'What they did', cell: ({ what }) => what },
        { ...whose, cell: (look) => <Whose look={look} ofOne={ofOne} /> },
      ]}
    />
  );
}

function Whose({ look, ofOne }: { look: Look; ofOne: boolean }) {
  const { act, people, on, time } = look;
  if (act === null || people < 2) return nameOf(look);
  const others = people === 2 ? '1 other’s' : `${inNumbers(people - 1)} others’`;
  return (
    <>
      {ofOne ? `${nameOf(look)}, and ` : null}
      <Link to={`/evidence/access${queryOf({ act })}`} prefetch="none">
        {ofOne ? others : `${inNumbers(people)} people’s`}
        <span className="visually-hidden">
          : who they are, of {shortDate(on)}, {time}
        </span>
      </Link>
    </>
  );
}

const nameOf = ({ person, whose }: Look) =>
  person === null ? 'The whole school’s' : (whose ?? 'Name erased');

const inNumbers = (n: number) => n.toLocaleString('en-GB');
