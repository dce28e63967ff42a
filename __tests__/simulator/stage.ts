import { EC2Client, type EC2ServiceException } from '@aws-sdk/client-ec2';
import type { SimulatorOptions } from '../../simulator/options.ts';
import { Simulator } from '../../simulator/simulator.ts';
import { VirtualClock } from '../../simulator/virtual-clock.ts';
import { inProcess } from '../../simulator/wire/in-process.ts';

/** A simulator on virtual time, with a running instance and a client. */
export function stage(options: SimulatorOptions = {}) {
  const clock = new VirtualClock();
  const simulator = new Simulator({ clock, ...options });
  const instance = simulator.seedInstance();
  const ec2 = new EC2Client(inProcess(simulator));
  return { clock, simulator, instance, ec2 };
}

/** What EC2 said no with. */
export interface Refusal {
  code: string;
  message: string;
  status: number | undefined;
}

export async function refusalOf(work: Promise<unknown>): Promise<Refusal> {
  try {
    await work;
  } catch (error) {
    const { name, message, $metadata } = error as EC2ServiceException;
    return { code: name, message, status: $metadata?.httpStatusCode };
  }
  throw new Error('It was not refused.');
}

/** A signed request as it goes over the wire. */
export function signed(
  form: Record<string, string>,
  { service = 'ec2', region = 'eu-west-1', accessKeyId = 'AKIATEST' } = {},
) {
  return {
    method: 'POST',
    path: '/',
    headers: {
      authorization: `AWS4-HMAC-SHA256 Credential=${accessKeyId}/20261122/${region}/${service}/aws4_request, SignedHeaders=host, Signature=0`,
    },
    body: new URLSearchParams({
      Version: { sts: '2011-06-15', autoscaling: '2011-01-01' }[service] ?? '2016-11-15',
      ...form,
    }).toString(),
  };
}

/** Sends the form and gives the whole answer. */
export function ask(
  simulator: Simulator,
  form: Record<string, string>,
  options?: Parameters<typeof signed>[1],
) {
  const { answer } = simulator.handle(signed(form, options));
  if (answer.kind !== 'answer') throw new Error(`No whole answer came: ${answer.kind}`);
  return answer;
}

/** Sends a request of the JSON protocol, e.g. to `AmazonSSM.GetParameter`, and gives the whole answer. */
export function askJson(
  simulator: Simulator,
  target: string,
  content: unknown,
  {
    service = target.startsWith('AmazonSSM.') ? 'ssm' : 'kms',
    region = 'eu-west-1',
    accessKeyId = 'AKIATEST',
  } = {},
) {
  const { headers } = signed({}, { service, region, accessKeyId });
  const { answer } = simulator.handle({
    method: 'POST',
    path: '/',
    headers: { ...headers, 'x-amz-target': target },
    body: typeof content === 'string' ? content : JSON.stringify(content),
  });
  if (answer.kind !== 'answer') throw new Error(`No whole answer came: ${answer.kind}`);
  return answer;
}
