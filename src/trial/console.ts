/** The console output of an instance: the evidence of a test that failed. */
import { describeAwsError } from '../aws/errors.ts';
import { GetConsoleOutputCommand } from '../aws/sdk/ec2-instances.ts';
import { messageOf } from '../base/errors.ts';
import { learn, phase } from '../run/run.ts';
import type { Launch, TrialRun } from './record.ts';

const tailLines = 25;
const longestLine = 400;

const how = { patienceSeconds: 6, attemptSeconds: 6 };

/** Before the instance is ended, for its latest output is only there while it runs. Nothing of this ends the test. */
export async function keepConsole(run: TrialRun, { instanceId }: Launch): Promise<void> {
  if (instanceId === undefined) return;
  await phase(run, 'Console', async () => {
    const { output, problem } = await readConsole(run, instanceId);
    const nothing = `EC2 has no console output of ${instanceId}${problem === undefined ? '' : ` (${problem})`}.\n`;
    try {
      const path = run.saveConsole(instanceId, output.length === 0 ? Buffer.from(nothing) : output);
      learn(run, { consoleLog: path });
    } catch (error) {
      run.log.warning(`The console output could not be written to a file: ${messageOf(error)}`, 'Console');
    }
    learn(run, { consoleTail: tailOf(output.toString('utf8')) });
  });
}

/** The latest, which only Nitro instances have; else what EC2 has kept from the start or the end of the instance. */
async function readConsole(run: TrialRun, instanceId: string): Promise<{ output: Buffer; problem?: string }> {
  const { aws, region, signal } = run;
  let problem: string | undefined;
  for (const latest of [{ Latest: true }, {}]) {
    try {
      const command = new GetConsoleOutputCommand({ InstanceId: instanceId, ...latest });
      const { Output = '' } = await aws.ec2(region).send(command, { signal, ...how });
      const output = Buffer.from(Output, 'base64');
      if (output.length > 0) return { output };
    } catch (error) {
      signal.throwIfAborted();
      problem = describeAwsError(error);
    }
  }
  return { output: Buffer.alloc(0), ...(problem === undefined ? {} : { problem }) };
}

/** The last lines that say something. */
export function tailOf(output: string): string[] {
  const lines = output
    .slice(-64 * 1024)
    .split(/\r\n|[\r\n]/)
    .map((line) => line.trimEnd().slice(0, longestLine))
    .filter((line) => line !== '');
  return lines.slice(-tailLines);
}
