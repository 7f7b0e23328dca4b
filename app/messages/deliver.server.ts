import { Readable } from 'node:stream';
import type { ConnectionOptions } from 'node:tls';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import type { MailSettings } from '~/mail-settings.server';

/** How long to wait for a server, in milliseconds. */
export interface Patience {
  connection: number;
  greeting: number;
  /** For any one reply, the last one too: a server that looks for viruses takes its time. */
  reply: number;
}
export const patience: Patience = { connection: 20_000, greeting: 20_000, reply: 120_000 };

/** What became of one message; `said` is the server's words, or ours when it said none. */
export interface Delivery {
  outcome: 'sent' | 'refused' | 'not now' | 'may have arrived';
  said: string;
}

interface Envelope {
  from: string;
  to: string;
}

export interface Connection {
  /** @param stillOurs asked just before the text is handed over; without it nothing is. */
  send(envelope: Envelope, bytes: Buffer, stillOurs?: () => boolean): Promise<Delivery>;
  /** Says good-bye; what the server makes of that no longer matters. */
  end(): void;
}

/** What nodemailer tells of a failure: `responseCode` is that of a reply to `command`. */
interface SmtpFailure extends Error {
  code?: string;
  originalCode?: string;
  command?: string;
  response?: string;
  responseCode?: number;
}

/**
 * Opens a connection and signs in.
 * @param tls whom to trust, where that is not whom Node trusts
 * @throws Error in words for the lead. No message was handed in, so every one can wait.
 */
export async function connect(
  mail: MailSettings,
  wait: Patience = patience,
  tls?: ConnectionOptions,
): Promise<Connection> {
  const smtp = new SMTPConnection({
    host: mail.host,
    port: mail.port,
    secure: mail.secure,
    requireTLS: mail.requireTls,
    connectionTimeout: wait.connection,
    dnsTimeout: wait.connection,
    greetingTimeout: wait.greeting,
    socketTimeout: wait.reply,
    tls,
  });
  // A connection may break when nobody is waiting; the next call on it says so.
  smtp.on('error', () => {});
  try {
    await answerOf(smtp, (done) => smtp.connect(done));
    const { auth } = mail;
    if (auth) await answerOf(smtp, (done) => smtp.login(auth, done));
  } catch (error) {
    smtp.close();
    throw new Error(whyNotConnected(error as SmtpFailure), { cause: error });
  }
  return {
    send: (envelope, bytes, stillOurs = () => true) => sendOne(smtp, envelope, bytes, stillOurs),
    end: () => smtp.quit(),
  };
}

async function sendOne(
  smtp: SMTPConnection,
  { from, to }: Envelope,
  bytes: Buffer,
  stillOurs: () => boolean,
): Promise<Delivery> {
  let begun = false;
  // Read from only once the server has asked for the text: until then nothing can have arrived.
  const text = new Readable({
    read() {
      if (!stillOurs()) {
        // The line goes without a last dot, so the server keeps nothing.
        this.destroy(new Error('the message is no longer ours'));
        smtp.close();
        return;
      }
      begun = true;
      this.push(bytes);
      this.push(null);
    },
  });
  try {
    const info = await answerOf<{ response: string } | undefined>(smtp, (done) =>
      smtp.send({ from, to: [to], size: bytes.length }, text, done),
    );
    return { outcome: 'sent', said: info?.response ?? '' };
  } catch (error) {
    return failureOf(error as SmtpFailure, begun);
  }
}

/** Replies that are about SMTP_URL and not about the message: it waits until that is mended. */
const aboutSignIn = new Set([530, 534, 535, 538]);

/** A reply to a command says what became of the message. Without one it rests on whether the text was under way. */
function failureOf(error: SmtpFailure, begun: boolean): Delivery {
  if (error.code === 'EENVELOPE' && error.command === 'API') {
    return { outcome: 'refused', said: 'This is not an e-mail address that a server takes.' };
  }
  const replied = error.command !== 'CONN' && error.command !== 'API';
  const code = replied ? (error.responseCode ?? 0) : 0;
  const said = error.response ?? whyBroken(error);
  if (code >= 500 && !aboutSignIn.has(code)) return { outcome: 'refused', said };
  if (code >= 400) return { outcome: 'not now', said };
  return begun ? { outcome: 'may have arrived', said } : { outcome: 'not now', said };
}

/** The callback's answer, or the connection's own error or end when that comes first: closing it forgets the callback. */
function answerOf<T>(
  smtp: SMTPConnection,
  ask: (done: (error?: Error | null, answer?: T) => void) => void,
): Promise<T | undefined> {
  return new Promise((resolve, reject) => {
    const ended = () =>
      reject(Object.assign(new Error('it was closed'), { code: 'ECONNECTION', command: 'CONN' }));
    smtp.once('error', reject).once('end', ended);
    ask((error, answer) => {
      smtp.off('error', reject).off('end', ended);
      if (error) reject(error);
      else resolve(answer);
    });
  });
}

function whyNotConnected(error: SmtpFailure): string {
  const { code, command, response } = error;
  if (code === 'EAUTH') {
    return `The mail server does not accept the name and password in SMTP_URL. It said: ${response ?? error.message}`;
  }
  if (code === 'ETLS' || command === 'STARTTLS' || /certificate/i.test(error.message)) {
    return `The mail server and Attune could not agree on an encrypted connection (${error.message}). Check SMTP_URL.`;
  }
  if (response) return `The mail server would not take anything just now. It said: ${response}`;
  return whyBroken(error);
}

function whyBroken({ code, originalCode, message }: SmtpFailure): string {
  if (code === 'ETIMEDOUT') return 'The mail server did not answer in time.';
  if (originalCode === 'ECONNREFUSED') return 'There is no mail server at the address in SMTP_URL.';
  if (code === 'EDNS') return 'The name of the mail server in SMTP_URL is not known.';
  return `The connection to the mail server broke (${message}).`;
}
