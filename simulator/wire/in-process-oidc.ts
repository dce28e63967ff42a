import { text } from 'node:stream/consumers';
import type { Simulator } from '../simulator.ts';
import { InProcessHandler } from './in-process.ts';

/**
 * Asks the simulated GitHub for OIDC tokens without a socket, on the simulator's clock.
 * @returns throws an Error for whatever is not a token
 */
export function inProcessIdToken(simulator: Simulator) {
  const handler = new InProcessHandler(simulator);
  const { path, bearer } = simulator.gitHub;
  return async (audience: string, signal: AbortSignal): Promise<string> => {
    const { response } = await handler.handle(
      {
        method: 'GET',
        path: `${path}&audience=${encodeURIComponent(audience)}`,
        headers: { authorization: `Bearer ${bearer}` },
      },
      { abortSignal: signal },
    );
    const body = await text(response.body);
    if (response.statusCode !== 200) throw new Error(`GitHub answered with HTTP ${response.statusCode}`);
    return (JSON.parse(body) as { value: string }).value;
  };
}
