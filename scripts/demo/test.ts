/**
 * Tests two images on a simulated EC2: one boots, the other one does not. The committed `dist/` runs exactly as GitHub's
 * runner runs it, post step included.
 */
import { Simulator } from '../../simulator/simulator.ts';
import { serve } from '../../simulator/wire/server.ts';
import { showStep } from './show-step.ts';

const bootSeconds = 10;

const simulator = new Simulator({
  statusSeconds: 0,
  instance: { pendingSeconds: 3, checks: { system: 3, instance: 7, ebs: 5 }, agentSeconds: 5 },
  command: { stdout: 'nginx is active' },
});
const server = await serve(simulator);

try {
  const on = { simulator, server };
  await showStep(on, {
    title: `An image that boots in ${bootSeconds} s`,
    action: 'test',
    inputs: { 'ami-id': imageId(), run: 'systemctl is-active nginx', 'instance-profile': 'web' },
  });
  simulator.planNextInstance({
    end: { afterSeconds: 8, state: 'terminated' },
    console: { text: 'VFS: Cannot open root device\r\nKernel panic - not syncing', postedAfterSeconds: 0 },
  });
  await showStep(on, {
    title: 'An image whose kernel panics',
    action: 'test',
    inputs: { 'ami-id': imageId() },
    exitCode: 1,
  });
} finally {
  await server.close();
}

function imageId(): string {
  return simulator.seedImage({ name: 'web-main-42' }).id;
}
