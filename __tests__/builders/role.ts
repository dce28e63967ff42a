/** A role that is assumed in the simulator, on virtual time. */

import type { SimulatorOptions } from '../../simulator/options.ts';
import { Simulator } from '../../simulator/simulator.ts';
import { VirtualClock } from '../../simulator/virtual-clock.ts';
import { InProcessHandler } from '../../simulator/wire/in-process.ts';
import { inProcessIdToken } from '../../simulator/wire/in-process-oidc.ts';
import { stsClient } from '../../src/aws/clients.ts';
import { assumedRole, type RoleOptions, type RoleProvider } from '../../src/aws/credentials.ts';

export const roleArn = 'arn:aws:iam::123456789012:role/ci/bake';

/** As `github/role.ts` wires it, without sockets. */
export function roleIn(simulator: Simulator, overrides: Partial<RoleOptions> = {}): RoleProvider {
  return assumedRole({
    roleArn,
    sessionName: 'bake-ami-17532140987-1',
    idToken: inProcessIdToken(simulator),
    sts: () =>
      stsClient({
        region: 'eu-west-1',
        environment: {},
        requestHandler: new InProcessHandler(simulator),
      }),
    clock: simulator.clock,
    random: () => 0.5,
    ...overrides,
  });
}

/** A role with the simulator that it is in, and what it tells of itself. */
export function aRole(options: SimulatorOptions = {}, overrides: Partial<RoleOptions> = {}) {
  const clock = new VirtualClock();
  const simulator = new Simulator({ clock, ...options });
  const troubles: string[] = [];
  const secrets: string[] = [];
  const credentials = roleIn(simulator, {
    onTrouble: (message) => troubles.push(message),
    onSecret: (secret) => secrets.push(secret),
    ...overrides,
  });
  return { clock, simulator, credentials, troubles, secrets };
}
