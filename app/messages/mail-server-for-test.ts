import { once } from 'node:events';
import net from 'node:net';
import { SMTPServer } from 'smtp-server';
import type { MailSettings } from '~/mail-settings.server';

/** Where in the conversation something goes wrong. `body`: within the text; `dot`: after its last line. */
export const steps = [
  'greeting',
  'EHLO',
  'STARTTLS',
  'AUTH',
  'MAIL FROM',
  'RCPT TO',
  'DATA',
  'body',
  'dot',
  'QUIT',
] as const;
export type Step = (typeof steps)[number];
/** What goes wrong: the connection drops, nothing more is said, or the server says 4xx or 5xx. */
export type How = 'drops' | 'stalls' | 'says 4xx' | 'says 5xx';
export interface Fault {
  step: Step;
  how: How;
}

export interface Arrived {
  to: string;
  messageId: string;
  raw: string;
}

export interface TestMailServer {
  mail: MailSettings;
  /** What the server took, in order: it answered 250 to the text, whether or not the answer got through. */
  arrived: Arrived[];
  /** What goes wrong from the next connection on; null for nothing. */
  fault: Fault | null;
  close(): Promise<void>;
}

interface Kind {
  /** The server takes STARTTLS, and asks for a name and a password. */
  strict?: boolean;
  /** It asks for a name and a password, and knows no TLS. */
  signsIn?: boolean;
  /** Say that commands may be sent in one go. */
  pipelining?: boolean;
}

const codeOf = (how: How) => (how === 'says 5xx' ? 550 : 451);
const refusal = (how: How) => `${codeOf(how)} ${how === 'says 5xx' ? 'never' : 'later'}`;

/**
 * A real SMTP server on loopback, and before it a line that goes wrong where it is told to. Between the two nothing is
 * pretended: what the line does not touch is said by the server itself.
 */
export async function startMailServer(kind: Kind = {}): Promise<TestMailServer> {
  const { strict, pipelining } = kind;
  const signsIn = strict || kind.signsIn;
  const arrived: Arrived[] = [];
  const state: { fault: Fault | null } = { fault: null };
  const server = new SMTPServer({
    disabledCommands: [...(strict ? [] : ['STARTTLS']), ...(signsIn ? [] : ['AUTH'])],
    allowInsecureAuth: true,
    hidePIPELINING: !pipelining,
    disableReverseLookup: true,
    closeTimeout: 50,
    onAuth({ username, password }, _session, done) {
      if (username === 'cpd' && password === 's@cret') done(null, { user: username });
      else done(new Error('Invalid username or password'));
    },
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const { fault } = state;
        if (fault?.step === 'dot' && /^says/.test(fault.how)) {
          done(Object.assign(new Error('no'), { responseCode: codeOf(fault.how) }));
          return;
        }
        const raw = Buffer.concat(chunks).toString('utf8');
        const messageId = /^message-id: *(\S+)/im.exec(raw)?.[1] ?? '';
        arrived.push({ to: session.envelope.rcptTo[0]?.address ?? '', messageId, raw });
        done(null, 'taken');
      });
    },
  });
  // A line that drops is an error to the server too, and expected here.
  server.on('error', () => {});
  const behind = server.listen(0, '127.0.0.1');
  await once(behind, 'listening');
  const sockets = new Set<net.Socket>();
  const line = net.createServer((client) => {
    const onward = net.connect(portOf(behind), '127.0.0.1');
    for (const socket of [client, onward]) {
      sockets.add(socket);
      socket.on('error', () => {}).on('close', () => sockets.delete(socket));
    }
    join(client, onward, state.fault);
  });
  line.listen(0, '127.0.0.1');
  await once(line, 'listening');
  return {
    arrived,
    get fault() {
      return state.fault;
    },
    set fault(fault) {
      state.fault = fault;
    },
    mail: {
      host: '127.0.0.1',
      port: portOf(line),
      secure: false,
      requireTls: false,
      auth: signsIn ? { user: 'cpd', pass: 's@cret' } : null,
      from: { name: 'Elm Road', address: 'cpd@elm.example' },
    },
    async close() {
      for (const socket of sockets) socket.destroy();
      line.close();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

function portOf(server: { address(): net.AddressInfo | string | null }): number {
  const address = server.address();
  if (!address || typeof address === 'string') throw new Error('No port could be had');
  return address.port;
}

/** Passes on what each says, until the fault's step comes. */
function join(client: net.Socket, onward: net.Socket, fault: Fault | null): void {
  let inBody = false;
  let encrypted = false;
  let silent = false;
  let last: Step = 'greeting';
  const drop = () => {
    client.destroy();
    onward.destroy();
  };
  /** True when the fault took the place of what was said. */
  function strike(step: Step): boolean {
    if (fault?.step !== step) return false;
    if (fault.how === 'drops') drop();
    else if (fault.how === 'stalls') silent = true;
    else client.write(`${refusal(fault.how)}\r\n`);
    return true;
  }
  client.on('data', (chunk: Buffer) => {
    if (silent) return;
    if (encrypted) {
      onward.write(chunk);
      return;
    }
    // Commands may come several at once, and the first piece of a text with none of its end.
    for (const part of inBody ? [chunk.toString('latin1')] : linesOf(chunk)) {
      if (inBody) {
        // A server says nothing in the middle of a text; that it can only be cut short there.
        if (fault?.step === 'body' && !/^says/.test(fault.how)) {
          onward.write(part.slice(0, part.length / 2), 'latin1');
          if (strike('body')) return;
        } else onward.write(part, 'latin1');
        if (/(^|\r\n)\.\r\n$/.test(part)) {
          inBody = false;
          last = 'dot';
        }
        continue;
      }
      last = steps.find((step) => part.toUpperCase().startsWith(step)) ?? last;
      const said = steps.some((step) => part.toUpperCase().startsWith(step));
      if (said && strike(last)) {
        if (silent || client.destroyed) return;
        continue;
      }
      onward.write(part, 'latin1');
      if (last === 'STARTTLS') encrypted = true;
    }
  });
  onward.on('data', (chunk: Buffer) => {
    if (silent) return;
    const text = chunk.toString('latin1');
    if (!encrypted && last === 'greeting' && strike('greeting')) return;
    // Lost on its way back: the server has the message.
    if (last === 'dot' && fault?.step === 'dot' && !/^says/.test(fault.how) && strike('dot'))
      return;
    if (!encrypted && /^354/m.test(text)) inBody = true;
    client.write(chunk);
  });
  client.on('end', () => onward.end());
  onward.on('end', () => client.end());
  client.on('close', () => onward.destroy());
  onward.on('close', () => client.destroy());
}

const linesOf = (chunk: Buffer) => chunk.toString('latin1').match(/[^\n]*\n|[^\n]+$/g) ?? [];
