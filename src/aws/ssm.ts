/** Systems Manager's Parameter Store, as far as a bake reads and writes it: a client for each Region that is asked. */
import { UnreadableAnswerError } from './errors.ts';
import type { PatientClient, SendOptions } from './patient-client.ts';
import type {
  GetParametersCommand,
  GetParametersCommandInput,
  GetParametersCommandOutput,
  PutParameterCommand,
  PutParameterCommandInput,
  PutParameterCommandOutput,
  SSMClient,
} from './sdk/ssm.ts';

export interface Ssm {
  /** @throws what `PatientClient.send` throws */
  getParameters(input: GetParametersCommandInput, how: SendOptions): Promise<GetParametersCommandOutput>;
  /** @throws what `PatientClient.send` throws */
  putParameter(input: PutParameterCommandInput, how: SendOptions): Promise<PutParameterCommandOutput>;
  /** The same with less patience, as `PatientClient.until`. */
  until(deadline: number): Ssm;
}

export interface LoadedSsm {
  client: PatientClient;
  GetParametersCommand: typeof GetParametersCommand;
  PutParameterCommand: typeof PutParameterCommand;
}

/**
 * @param load called for the first call in a Region: most bakes write no parameters, and the SDK's client takes time to load
 * @returns the Parameter Store of a Region
 */
export function ssmByRegion(load: (region: string) => Promise<LoadedSsm>): (region: string) => Ssm {
  const loaded = new Map<string, Promise<LoadedSsm>>();
  const loadOnce = (region: string) => {
    const known = loaded.get(region) ?? load(region);
    loaded.set(region, known);
    return known;
  };
  const storeOf = (region: string, deadline = Number.POSITIVE_INFINITY): Ssm => ({
    async getParameters(input, how) {
      const { client, GetParametersCommand } = await loadOnce(region);
      return client.until(deadline).send(new GetParametersCommand(input), how);
    },
    async putParameter(input, how) {
      const { client, PutParameterCommand } = await loadOnce(region);
      return client.until(deadline).send(new PutParameterCommand(input), how);
    },
    until: (deadline) => storeOf(region, deadline),
  });
  return (region) => storeOf(region);
}

/**
 * The SDK takes a 200 with an empty body for an answer in which every field is missing: all parameters would seem to be
 * absent. What Systems Manager sends has fields always (API Reference, response elements).
 */
export function refuseHollowAnswers(client: SSMClient): void {
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
}
