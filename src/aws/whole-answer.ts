/**
 * Makes sure that what the SDK parses is a whole answer to the call that was made.
 *
 * The SDK takes a 200 with an empty or HTML body for success with every field undefined, so that CreateImage
 * "succeeds" without an image ID and DescribeImages "finds" nothing. Proxies and load balancers do send such
 * bodies. Here they become an UnreadableAnswerError, which callers treat as what it is: no answer.
 */
import { UnreadableAnswerError } from './errors.ts';
import type { AutoScalingClient } from './sdk/auto-scaling.ts';
import type { EC2Client } from './sdk/ec2.ts';
import type { SSMClient } from './sdk/ssm.ts';
import type { STSClient } from './sdk/sts.ts';

interface HttpResponse {
  statusCode: number;
  body: unknown;
}

/** For clients of the EC2 and AWS query protocols (EC2, STS), whose answers are XML named after the action. */
export function refusePartialAnswers<Client extends EC2Client | STSClient | AutoScalingClient>(
  client: Client,
): Client {
  // The middleware stacks of all clients are alike but for their types.
  (client as unknown as EC2Client).middlewareStack.add(
    (next, context) => async (args) => {
      const result = await next(args);
      const response = result.response as HttpResponse;
      const body = await collect(response.body);
      refuseUnlessWhole(actionOf(context.commandName), response.statusCode, body.toString('utf8'));
      response.body = body;
      return result;
    },
    // Low priority: inside of the SDK's deserializer, which gets the body as bytes.
    { step: 'deserialize', priority: 'low', name: 'refusePartialAnswers' },
  );
  return client;
}

/**
 * The SDK takes a 200 with an empty body for an answer in which every field is missing: all parameters would seem to be
 * absent. What Systems Manager sends has fields always (API Reference, response elements).
 */
export function refuseHollowAnswers(client: SSMClient): SSMClient {
  client.middlewareStack.add(
    (next, { commandName }) =>
      async (args) => {
        const result = await next(args);
        const { $metadata, ...fields } = result.output;
        if (Object.values(fields).some((value) => value !== undefined)) return result;
        throw new UnreadableAnswerError(
          `${(commandName ?? '').replace(/Command$/, '')} was answered with HTTP ${$metadata.httpStatusCode} and an empty body, which is not a whole answer of the API`,
        );
      },
    { step: 'initialize', name: 'refuseHollowAnswers' },
  );
  return client;
}

function actionOf(commandName: string | undefined): string {
  return (commandName ?? '').replace(/Command$/, '');
}

async function collect(body: unknown): Promise<Buffer> {
  if (body === undefined || body === null) return Buffer.alloc(0);
  if (typeof body === 'string' || body instanceof Uint8Array) return Buffer.from(body as Uint8Array);
  const chunks: Buffer[] = [];
  for await (const chunk of body as AsyncIterable<Uint8Array>) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}

function refuseUnlessWhole(action: string, status: number, text: string): void {
  const ends = text.trimEnd();
  const whole =
    status < 300
      ? ends.includes(`<${action}Response`) && (ends.endsWith(`</${action}Response>`) || ends.endsWith('/>'))
      : ends.endsWith('</Response>') || ends.endsWith('</ErrorResponse>');
  if (whole) return;
  const seen =
    text.trim() === '' ? 'an empty body' : `a body that begins with ${JSON.stringify(text.slice(0, 60))}`;
  throw Object.assign(
    new UnreadableAnswerError(
      `${action} was answered with HTTP ${status} and ${seen}, which is not a whole answer of the API`,
    ),
    { $response: { statusCode: status } },
  );
}
