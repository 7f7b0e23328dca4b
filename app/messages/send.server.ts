import { v4 as uuid } from 'uuid';
import type { Attune } from '~/context.server';
import type { MailSettings } from '~/mail-settings.server';
import { composeLetter } from './compose.server';
import { type Connection, connect, type Patience } from './deliver.server';
import {
  claimMessage,
  giveUpOnLost,
  isClaimed,
  nextReady,
  putOff,
  setAside,
  settleMessage,
} from './queue.server';
import { type MessageRow, textOf } from './write.server';

type House = Pick<Attune, 'db' | 'now' | 'keyring' | 'log'>;

interface Options {
  wait?: Patience;
  /** True once the server is to stop: the message under way is finished, and no other is begun. */
  stopping?: () => boolean;
}

/**
 * Sends everything that may go now, one after another over one connection. Several processes may do this at once: each
 * message is one's alone from just before the mail server is told of it.
 */
export async function sendReady(
  attune: House,
  mail: MailSettings,
  { wait, stopping = () => false }: Options = {},
): Promise<void> {
  giveUpOnLost(attune);
  let connection: Connection | null = null;
  try {
    while (!stopping()) {
      const row = nextReady(attune);
      if (!row) return;
      try {
        connection ??= await connect(mail, wait);
      } catch (error) {
        const { message } = error as Error;
        attune.log.warn({ reason: message }, 'no mail can be sent just now');
        putOff(attune, row, message);
        return;
      }
      const sent = await sendRow(attune, mail, connection, row);
      // After a refusal servers differ in what they expect next: a fresh connection is the same to all.
      if (!sent) {
        connection.end();
        connection = null;
      }
    }
  } finally {
    connection?.end();
  }
}

async function sendRow(
  attune: House,
  mail: MailSettings,
  connection: Connection,
  ready: MessageRow,
): Promise<boolean> {
  const text = readable(attune, ready);
  if (text === null) {
    setAside(attune, ready, 'Its text can no longer be read: the key it was kept with is gone.');
    return true;
  }
  const claim = uuid();
  const row = claimMessage(attune, ready.id, claim);
  if (!row?.address) return true;
  const { id, address, messageId, writtenAt, replyTo, subject } = row;
  const letter = { address, messageId, writtenAt, replyTo, subject, text };
  const bytes = await composeLetter(mail.from, letter);
  const envelope = { from: mail.from.address, to: address };
  const delivery = await connection.send(envelope, bytes, () => isClaimed(attune, id, claim));
  settleMessage(attune, row, claim, delivery);
  attune.log.info({ message: id, kind: row.kind, outcome: delivery.outcome }, 'mail');
  return delivery.outcome === 'sent';
}

function readable(attune: House, row: MessageRow): string | null {
  try {
    return textOf(attune, row);
  } catch {
    return null;
  }
}
