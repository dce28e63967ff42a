/**
 * The same job as a shell script does it with the AWS CLI:
 *
 *     aws ec2 create-image --tag-specifications …
 *     aws ec2 wait image-available || aws ec2 wait image-available
 *     aws ec2 describe-images
 *     aws ec2 create-tags
 *
 * What is modelled: the requests and what decides their fate. Each request has up to five attempts, as botocore's legacy
 * retry mode has (the AWS CLI's own default is three), a random share of 1, 2, 4 and 8 seconds apart; after that the
 * command fails, and the script with it. The waiter looks 40 times, 15 seconds apart, and ends at an error that
 * it does not know; the script begins it a second time, so that images of more than ten minutes have their chance.
 * Not modelled: the start-up time of the CLI, look-ups before the image is made, and any cleaning up.
 * Sources: botocore `data/_retry.json`, `retryhandler.py` (`delay_exponential`), `data/ec2/2016-11-15/waiters-2.json`.
 */
import { pseudoRandom } from '../__tests__/builders/rig.ts';
import type { Ending } from './fleet-measures.ts';
import type { Member, Stage } from './fleet-plan.ts';

const attempts = 5;
const looks = 40;
const lookEverySeconds = 15;

export async function scriptOne(stage: Stage, member: Member): Promise<Ending> {
  let imageId: string | undefined;
  try {
    const cli = new Cli(stage, member.number);
    const created = await cli.call('CreateImage', {
      InstanceId: member.instanceId,
      Name: `service-${member.number}`,
      'TagSpecification.1.ResourceType': 'image',
      'TagSpecification.1.Tag.1.Key': 'state',
      'TagSpecification.1.Tag.1.Value': 'baking',
    });
    imageId = elementOf(created, 'imageId');
    const image = { 'ImageId.1': imageId };
    await cli.waitUntilAvailable(image).catch(() => cli.waitUntilAvailable(image));
    const described = await cli.call('DescribeImages', image);
    await cli.call('CreateTags', {
      'ResourceId.1': imageId,
      'ResourceId.2': elementOf(described, 'snapshotId'),
      'Tag.1.Key': 'state',
      'Tag.1.Value': 'ready',
    });
    return { imageId, failure: undefined };
  } catch (error) {
    return { imageId, failure: error instanceof Error ? error.message : String(error) };
  }
}

class Cli {
  readonly #stage: Stage;
  readonly #random: () => number;
  readonly #authorization: string;

  constructor(stage: Stage, number: number) {
    this.#stage = stage;
    this.#random = pseudoRandom(7_919 * (number + 1));
    const accessKeyId = `AKIASCRIPT${String(number).padStart(6, '0')}`;
    this.#authorization = `AWS4-HMAC-SHA256 Credential=${accessKeyId}/20261122/eu-west-1/ec2/aws4_request`;
  }

  async waitUntilAvailable(image: Record<string, string>): Promise<void> {
    for (let look = 1; look <= looks; look += 1) {
      const state = elementOf(await this.call('DescribeImages', image), 'imageState');
      if (state === 'available') return;
      if (state === 'failed') throw new Error('Waiter ImageAvailable failed: terminal failure state');
      if (look < looks) await this.#stage.clock.sleep(lookEverySeconds * 1000);
    }
    throw new Error('Waiter ImageAvailable failed: Max attempts exceeded');
  }

  /** @returns the body of the answer */
  async call(action: string, parameters: Record<string, string>): Promise<string> {
    const { clock } = this.#stage;
    for (let attempt = 1; ; attempt += 1) {
      const { status, body } = await this.#send(action, parameters);
      if (status === 200) return body;
      const code = elementOf(body, 'Code');
      if (code !== 'RequestLimitExceeded' && status < 500) throw new Error(`${code} when calling ${action}`);
      if (attempt === attempts) {
        throw new Error(`${code} when calling ${action} (reached max retries: ${attempts - 1})`);
      }
      await clock.sleep(this.#random() * 2 ** (attempt - 1) * 1000);
    }
  }

  async #send(action: string, parameters: Record<string, string>): Promise<{ status: number; body: string }> {
    const { clock, simulator } = this.#stage;
    const half = simulator.settings.latencyMilliseconds / 2;
    await clock.sleep(half);
    const form = new URLSearchParams({ Action: action, Version: '2016-11-15', ...parameters });
    const { answer } = simulator.handle({
      method: 'POST',
      path: '/',
      headers: { authorization: this.#authorization },
      body: form.toString(),
    });
    await clock.sleep(half);
    if (answer.kind !== 'answer') throw new Error('No answer');
    return answer;
  }
}

/** The text of the first element of that name; empty when there is none. */
function elementOf(xml: string, name: string): string {
  return new RegExp(`<${name}>([^<]*)</${name}>`).exec(xml)?.[1] ?? '';
}
