import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ActionStep, pushEnvironment } from '../scripts/runner.ts';
import { awsEnvironment, type Contestant, type Ended, type Order } from './contestant.ts';
import { measured } from './yardstick.ts';

/** The committed `dist`, as the runner runs it: the main step is measured, the post step runs behind it. */
export const action: Contestant = { name: 'bake-ami', bake };

async function bake(order: Order): Promise<Ended> {
  const folder = mkdtempSync(join(tmpdir(), 'bake-ami-bench-'));
  const { prefix, environment, usage } = measured(folder);
  const step = new ActionStep({
    inputs: {
      'instance-id': order.instanceId,
      name: order.imageName,
      tags: 'Team=web',
      'share-with': order.shareWith,
      ...(order.copyTo === undefined ? {} : { 'copy-to': order.copyTo }),
    },
    environment: pushEnvironment({ ...awsEnvironment(order), ...environment }),
    prefix,
  });
  try {
    const { code, log } = await step.main();
    const ended = { code, log, outputs: step.outputs(), usage: usage() };
    await step.post();
    return ended;
  } finally {
    step.dispose();
    rmSync(folder, { recursive: true, force: true });
  }
}
