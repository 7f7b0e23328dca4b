import { afterAll, beforeAll, expect, test } from 'vitest';
import { composeLetter } from './compose.server';
import { connect, type Delivery, type Patience } from './deliver.server';
import { type How, type Step, startMailServer, type TestMailServer } from './mail-server-for-test';

const unhurried: Patience = { connection: 10_000, greeting: 10_000, reply: 10_000 };
/** Long enough that a busy machine is not taken for a server that says nothing. */
const hasty: Patience = { connection: 10_000, greeting: 1500, reply: 1500 };
const letter = {
  messageId: '<one@elm.example>',
  writtenAt: Date.parse('2026-11-10T10:00:00Z'),
  address: 'tara@elm.example',
  replyTo: 'leah@elm.example',
  subject: 'What is open for you – “Attune”',
  text: `Hello Tara,\n\n.a line that begins with a dot\n${'A long line about a café. '.repeat(20)}\n`,
};
const envelope = { from: 'cpd@elm.example', to: letter.address };
const trusting = { rejectUnauthorized: false };

const servers: Record<string, TestMailServer> = {};
let server: TestMailServer;

beforeAll(async () => {
  servers.plain = await startMailServer();
  servers.pipelining = await startMailServer({ pipelining: true });
  servers.strict = await startMailServer({ strict: true });
  servers['signs in'] = await startMailServer({ signsIn: true });
});
afterAll(async () => {
  await Promise.all(Object.values(servers).map((one) => one.close()));
});

function use(name: string): TestMailServer {
  const one = servers[name];
  if (!one) throw new Error(name);
  one.fault = null;
  one.arrived.length = 0;
  server = one;
  return one;
}

/** What became of one message, or why there was no connection. */
async function deliver(
  at: Pick<TestMailServer, 'mail'>,
  patient = hasty,
): Promise<Delivery | string> {
  const bytes = await composeLetter(at.mail.from, letter);
  try {
    const connection = await connect(at.mail, patient, trusting);
    const delivery = await connection.send(envelope, bytes);
    connection.end();
    return delivery;
  } catch (error) {
    return (error as Error).message;
  }
}

const outcomeOf = (delivery: Delivery | string) =>
  typeof delivery === 'string' ? 'no connection' : delivery.outcome;

type Expected = [Step, How, ReturnType<typeof outcomeOf>, number];

/** What must come of each fault, and how many messages the server has afterwards. */
const plain: Expected[] = [
  ['greeting', 'drops', 'no connection', 0],
  ['greeting', 'stalls', 'no connection', 0],
  ['greeting', 'says 4xx', 'no connection', 0],
  ['greeting', 'says 5xx', 'no connection', 0],
  ['EHLO', 'drops', 'no connection', 0],
  ['EHLO', 'stalls', 'no connection', 0],
  // An old server that knows no EHLO is greeted with HELO.
  ['EHLO', 'says 4xx', 'sent', 1],
  ['EHLO', 'says 5xx', 'sent', 1],
  ['MAIL FROM', 'drops', 'not now', 0],
  ['MAIL FROM', 'stalls', 'not now', 0],
  ['MAIL FROM', 'says 4xx', 'not now', 0],
  ['MAIL FROM', 'says 5xx', 'refused', 0],
  ['RCPT TO', 'drops', 'not now', 0],
  ['RCPT TO', 'stalls', 'not now', 0],
  ['RCPT TO', 'says 4xx', 'not now', 0],
  ['RCPT TO', 'says 5xx', 'refused', 0],
  ['DATA', 'drops', 'not now', 0],
  ['DATA', 'stalls', 'not now', 0],
  ['DATA', 'says 4xx', 'not now', 0],
  ['DATA', 'says 5xx', 'refused', 0],
  ['body', 'drops', 'may have arrived', 0],
  ['body', 'stalls', 'may have arrived', 0],
  ['dot', 'drops', 'may have arrived', 1],
  ['dot', 'stalls', 'may have arrived', 1],
  ['dot', 'says 4xx', 'not now', 0],
  ['dot', 'says 5xx', 'refused', 0],
  ['QUIT', 'drops', 'sent', 1],
  ['QUIT', 'stalls', 'sent', 1],
  ['QUIT', 'says 4xx', 'sent', 1],
  ['QUIT', 'says 5xx', 'sent', 1],
];

for (const pipelining of [false, true]) {
  const way = pipelining ? 'commands sent in one go' : 'one command after another';
  test.each(plain.filter(([, how]) => how !== 'stalls'))(
    `at %s the server %s: %s, and %i arrived (${way})`,
    async (step, how, outcome, n) => {
      use(pipelining ? 'pipelining' : 'plain');
      server.fault = { step, how };
      expect(outcomeOf(await deliver(server))).toBe(outcome);
      expect(server.arrived).toHaveLength(n);
    },
  );
}

const strict: Expected[] = [
  ['STARTTLS', 'drops', 'no connection', 0],
  ['STARTTLS', 'stalls', 'no connection', 0],
  ['STARTTLS', 'says 4xx', 'no connection', 0],
  ['STARTTLS', 'says 5xx', 'no connection', 0],
];

test.each(strict.filter(([, how]) => how !== 'stalls'))(
  'at %s the server %s: %s, and %i arrived',
  async (step, how, outcome, n) => {
    const { mail } = use('strict');
    server.fault = { step, how };
    expect(outcomeOf(await deliver({ mail: { ...mail, requireTls: true } }))).toBe(outcome);
    expect(server.arrived).toHaveLength(n);
  },
);

/** Past STARTTLS the line sees nothing, so signing in goes wrong on a server that is not asked for it. */
const signingIn: Expected[] = [
  ['AUTH', 'drops', 'no connection', 0],
  ['AUTH', 'stalls', 'no connection', 0],
  ['AUTH', 'says 4xx', 'no connection', 0],
  ['AUTH', 'says 5xx', 'no connection', 0],
];

test.each(signingIn.filter(([, how]) => how !== 'stalls'))(
  'at %s the server %s: %s, and %i arrived',
  async (step, how, outcome, n) => {
    use('signs in');
    server.fault = { step, how };
    expect(outcomeOf(await deliver(server))).toBe(outcome);
    expect(server.arrived).toHaveLength(n);
  },
);

/** All at once, for each takes as long as one's patience. */
test('wherever the server falls silent, it is waited for only so long', async () => {
  const cases = [
    ...plain.map((one) => ({ one, kind: {} })),
    ...plain.map((one) => ({ one, kind: { pipelining: true } })),
    ...strict.map((one) => ({ one, kind: { strict: true } })),
    ...signingIn.map((one) => ({ one, kind: { signsIn: true } })),
  ].filter(({ one: [, how] }) => how === 'stalls');
  await Promise.all(
    cases.map(async ({ one: [step, how, outcome, n], kind }) => {
      const own = await startMailServer(kind);
      own.fault = { step, how };
      const mail = { ...own.mail, requireTls: 'strict' in kind };
      const said = `${step} ${JSON.stringify(kind)}`;
      expect.soft(outcomeOf(await deliver({ mail }, hasty)), said).toBe(outcome);
      expect.soft(own.arrived, said).toHaveLength(n);
      await own.close();
    }),
  );
});

test('nobody listens: nothing arrived, and it says where to look', async () => {
  const gone = await startMailServer();
  await gone.close();
  expect(await deliver(gone)).toBe('There is no mail server at the address in SMTP_URL.');
});

test('over STARTTLS and signed in, one message arrives as it was written', async () => {
  const { mail } = use('strict');
  expect(await deliver({ mail: { ...mail, requireTls: true } })).toMatchObject({
    outcome: 'sent',
  });
  const [one] = server.arrived;
  expect(server.arrived).toHaveLength(1);
  expect(one?.to).toBe(letter.address);
  expect(one?.messageId).toBe(letter.messageId);
  expect(one?.raw).toMatch(/^Auto-Submitted: auto-generated/m);
  expect(one?.raw).toMatch(/^Reply-To: leah@elm\.example/m);
  expect(one?.raw).toMatch(/^Content-Type: text\/plain; charset=utf-8/m);
});

test('a server that does not speak TLS gets nothing when TLS is asked for', async () => {
  const { mail } = use('plain');
  expect(await deliver({ mail: { ...mail, requireTls: true } })).toMatch(/encrypted connection/);
  expect(server.arrived).toEqual([]);
});

test('a certificate that nobody vouches for is not accepted', async () => {
  const { mail } = use('strict');
  await expect(connect({ ...mail, requireTls: true }, unhurried)).rejects.toThrow(/encrypted/);
});

test('a wrong password is said in words, and is no fault of the message', async () => {
  const { mail } = use('signs in');
  const wrong = { ...mail, auth: { user: 'cpd', pass: 'wrong' } };
  expect(await deliver({ mail: wrong })).toMatch(
    /does not accept the name and password in SMTP_URL/,
  );
});

test('an address that no server takes is refused before anything is said', async () => {
  use('plain');
  const connection = await connect(server.mail, unhurried);
  const bytes = await composeLetter(server.mail.from, letter);
  const delivery = await connection.send({ ...envelope, to: 'a b>@elm' }, bytes);
  connection.end();
  expect(delivery.outcome).toBe('refused');
});

test('a message that is somebody else’s by now is not handed over', async () => {
  use('plain');
  const connection = await connect(server.mail, unhurried);
  const bytes = await composeLetter(server.mail.from, letter);
  const delivery = await connection.send(envelope, bytes, () => false);
  expect(delivery.outcome).toBe('not now');
  connection.end();
  expect(await deliver(server)).toMatchObject({ outcome: 'sent' });
  expect(server.arrived).toHaveLength(1);
});

test('several messages go over one connection', async () => {
  use('pipelining');
  const connection = await connect(server.mail, unhurried);
  const bytes = await composeLetter(server.mail.from, letter);
  const first = await connection.send(envelope, bytes);
  const second = await connection.send({ ...envelope, to: 'b@elm.example' }, bytes);
  connection.end();
  expect([first.outcome, second.outcome]).toEqual(['sent', 'sent']);
  expect(server.arrived.map(({ to }) => to)).toEqual([letter.address, 'b@elm.example']);
});

test('the bytes are the same whenever they are made', async () => {
  const from = { name: 'Elm Road', address: 'cpd@elm.example' };
  expect(await composeLetter(from, letter)).toEqual(await composeLetter(from, letter));
});
