import * as errors from '../model/errors.ts';
import type { Filter } from '../model/filters.ts';
import type { Sessions } from '../model/sessions.ts';
import type { World } from '../model/world.ts';
import type { XmlFields } from '../wire/xml.ts';
import { type ParameterNode, type Read, readAll, type Specification } from './parameters.ts';

export type Service = 'ec2' | 'sts' | 'kms' | 'ssm' | 'autoscaling' | 'rbin';

/** What an action of a service gets beside its parameters. */
export interface Context {
  world: World;
  /** What another Region holds. */
  worldOf(region: string): World;
  now: number;
  /** The caller. */
  accountId: string;
  /** The moment whose state Describe calls show: now, or earlier for a stale answer. */
  seenAt: number;
  /** Temporary credentials, for STS to hand out. */
  sessions: Sessions;
  isPermitted(action: string): boolean;
  /**
   * @param action of the service that was called, or with the name of another before it, as `ssm:GetParameters`
   * @param resource its ARN, where the service's denials tell it
   * @throws UnauthorizedOperation, or what the service calls it
   */
  requirePermission(action: string, resource?: string): void;
}

export interface Action {
  name: string;
  service: Service;
  /** Whether it changes anything when it succeeds. */
  mutating: boolean;
  /** Whether it needs no credentials. */
  unsigned: boolean;
  /** Whether it asks for the permission to do it by itself, when it knows the resource. */
  checksPermission: boolean;
  /** The names of its parameters. */
  parameters: readonly string[];
  run(parameters: ParameterNode, context: Context): XmlFields;
}

/**
 * Declares an action: the parameters that the API model has for it, and what it does.
 * @param definition.answer gives the fields of the answer, without the request ID
 */
export function action<S extends Specification>(definition: {
  name: string;
  service?: Service;
  mutating: boolean;
  unsigned?: true;
  parameters: S;
  answer(input: Read<S>, context: Context): XmlFields;
}): Action {
  const { name, service = 'ec2', mutating, unsigned = false, parameters, answer } = definition;
  return {
    name,
    service,
    mutating,
    unsigned,
    checksPermission: false,
    parameters: Object.keys(parameters),
    run: (node, context) => answer(readAll(parameters, node), context),
  };
}

/** What is asked for has been looked at and would be done: a dry run ends here. */
export function stopDryRun(input: { DryRun: boolean | undefined }): void {
  if (input.DryRun) throw errors.dryRunOperation();
}

export function toFilters(input: readonly { Name: string; Value: readonly string[] }[]): Filter[] {
  return input.map(({ Name, Value }) => ({ name: Name, values: Value }));
}
