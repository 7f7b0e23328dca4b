import autocannon from 'autocannon';

/** Requests a second for one address, under a steady load of a few people at once. */
export async function requestsPerSecond(
  url: string,
  cookie?: string,
  seconds = 4,
): Promise<number> {
  const result = await autocannon({
    url,
    connections: 8,
    duration: seconds,
    headers: { accept: 'text/html', ...(cookie ? { cookie } : {}) },
  });
  const bad = result.non2xx + result.errors;
  if (bad > 0) throw new Error(`${bad} of the requests to ${url} failed`);
  return result.requests.average;
}

export function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const [low, high] = [sorted[middle - 1] ?? Number.NaN, sorted[middle] ?? Number.NaN];
  return sorted.length % 2 ? high : (low + high) / 2;
}

/** Runs `a` and `b` in turn, so that both meet the same weather, and gives the median of each. */
export async function inTurn(
  rounds: number,
  a: () => Promise<number>,
  b: () => Promise<number>,
): Promise<[number, number]> {
  const [as, bs]: [number[], number[]] = [[], []];
  for (let round = 0; round < rounds; round += 1) {
    as.push(await a());
    bs.push(await b());
  }
  return [median(as), median(bs)];
}
