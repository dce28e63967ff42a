/** moto's server, with tags for snapshots, on a free port. */
import { awsEnvironment, end, script, startPython } from './python.ts';

export interface Moto {
  url: string;
  close(): Promise<void>;
}

/** @throws when it ends before it listens */
export async function startMoto(): Promise<Moto> {
  const { child, said } = startPython([script('moto_with_snapshot_tags.py')], awsEnvironment(''));
  const url = await new Promise<string>((resolve, reject) => {
    // werkzeug tells it on standard error once the socket is bound.
    child.stderr.on('data', () => {
      const [found] = /http:\/\/127\.0\.0\.1:\d+(?=\s)/.exec(said()) ?? [];
      if (found) resolve(found);
    });
    child.on('error', reject);
    child.on('close', () => reject(new Error(`moto ended: ${said()}`)));
  });
  return { url, close: () => end(child) };
}
