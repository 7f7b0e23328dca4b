import path from 'node:path';
import { createRequestHandler } from '@remix-run/express';
import express from 'express';

const build = await import(path.resolve('.cache/bench-bare/server/index.js'));
const app = express();
app.disable('x-powered-by');
app.all('*', createRequestHandler({ build, mode: 'production' }));
app.listen(Number(process.env.PORT), '127.0.0.1');
