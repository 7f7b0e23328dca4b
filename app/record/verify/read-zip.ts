import { buffer } from 'node:stream/consumers';
import { promisify } from 'node:util';
import yauzl from 'yauzl';
import { Unfit } from './unfit';

const open = promisify<string, yauzl.Options, yauzl.ZipFile>(yauzl.open);

/** The files of a zip by name. */
export async function readZip(path: string): Promise<Map<string, Buffer>> {
  const zip = await open(path, { lazyEntries: true, autoClose: true }).catch((cause) => {
    throw new Unfit(`${path} cannot be read as a zip file (${cause.message}).`);
  });
  const read = promisify(zip.openReadStream.bind(zip) as OpenEntry);
  const files = new Map<string, Buffer>();
  return new Promise((resolve, reject) => {
    const damaged = (cause: Error) => reject(new Unfit(`${path} is damaged (${cause.message}).`));
    zip.on('error', damaged);
    zip.on('end', () => resolve(files));
    zip.on('entry', (entry: yauzl.Entry) => {
      if (files.has(entry.fileName))
        return reject(new Unfit(`${entry.fileName} is in the zip twice.`));
      read(entry)
        .then(buffer)
        .then((content) => {
          files.set(entry.fileName, content);
          zip.readEntry();
        }, damaged);
    });
    zip.readEntry();
  });
}

type OpenEntry = (
  entry: yauzl.Entry,
  callback: (error: Error | null, stream: NodeJS.ReadableStream) => void,
) => void;
