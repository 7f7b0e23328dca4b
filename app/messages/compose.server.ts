import MailComposer from 'nodemailer/lib/mail-composer';
import type { MailSettings } from '~/mail-settings.server';

export interface Letter {
  /** With angle brackets. */
  messageId: string;
  /** UTC milliseconds: when it was written, so that the bytes are the same whenever it goes. */
  writtenAt: number;
  address: string;
  replyTo: string | null;
  subject: string;
  text: string;
}

/** The message as it goes over the wire: plain text, marked as automatic so that nobody's out-of-office replies to it. */
export function composeLetter(from: MailSettings['from'], letter: Letter): Promise<Buffer> {
  const { messageId, writtenAt, address, replyTo, subject, text } = letter;
  return new MailComposer({
    messageId,
    date: new Date(writtenAt),
    from,
    to: { name: '', address },
    ...(replyTo ? { replyTo: { name: '', address: replyTo } } : {}),
    subject,
    text,
    headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
  })
    .compile()
    .build();
}
