import type { Attendance } from '~/learning/together/who-was-there.server';
import { shortDate } from '~/pages/evidence/said';
import { people } from '~/pages/sessions/in-words';
import { Status } from '~/ui/status';
import { Table } from '~/ui/table';
import { outcomeInWords } from './together-words';

interface ThereProps {
  attendances: Attendance[];
  /** Civil date. */
  heldOn: string;
}

/** Everyone who was there and what counts for them, and whoever was taken off again. */
export function WhoIsDown({ attendances, heldOn }: ThereProps) {
  const n = attendances.filter(({ takenOff }) => !takenOff).length;
  return (
    <Table<Attendance>
      caption={
        n === 0
          ? 'Nobody is down for it now'
          : `${people(n)} were there`.replace('1 person were', '1 person was')
      }
      rows={attendances}
      rowKey={({ id }) => id}
      empty={<p>Nobody is down for it yet.</p>}
      columns={[
        { key: 'name', head: 'Name', rowHead: true, cell: ({ name }) => name },
        {
          key: 'counts',
          head: 'Counts for them',
          cell: (one) =>
            one.takenOff ? (
              <Status kind="none">Taken off</Status>
            ) : (
              <Status kind={one.outcome === 'counted' ? 'done' : 'none'}>
                {outcomeInWords(one)}
              </Status>
            ),
        },
        {
          key: 'entered',
          head: 'Entered',
          cell: ({ recordedOn }) => (
            <div>
              {shortDate(recordedOn)}
              {recordedOn > heldOn ? <span className="hint">after the day itself</span> : null}
            </div>
          ),
        },
      ]}
    />
  );
}
