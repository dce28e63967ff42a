import {
  DescribeInstancesCommand,
  type DescribeInstancesCommandInput,
  DescribeVolumesCommand,
  type Instance,
  RunInstancesCommand,
  type RunInstancesCommandInput,
} from '@aws-sdk/client-ec2';
import type { ImageSeed } from '../../simulator/model/seed-image.ts';
import type { SimulatorOptions } from '../../simulator/options.ts';
import { stage } from './stage.ts';

/** A simulator on virtual time with an image to launch. */
export function launchStage(options: SimulatorOptions = {}, imageSeed: ImageSeed = {}) {
  const parts = stage(options);
  const { clock, simulator, ec2 } = parts;
  const image = simulator.seedImage(imageSeed);
  const request = (input: Partial<RunInstancesCommandInput> = {}): RunInstancesCommandInput => ({
    ImageId: image.id,
    InstanceType: 't3.micro',
    MinCount: 1,
    MaxCount: 1,
    ...input,
  });
  const run = async (input: Partial<RunInstancesCommandInput> = {}) =>
    (await clock.run(ec2.send(new RunInstancesCommand(request(input))))).Instances ?? [];
  const launch = async (input: Partial<RunInstancesCommandInput> = {}) => first(await run(input));
  const find = async (input: DescribeInstancesCommandInput) => {
    const { Reservations = [] } = await clock.run(ec2.send(new DescribeInstancesCommand(input)));
    return Reservations.flatMap(({ Instances = [] }) => Instances);
  };
  const look = async (id: string | undefined) => first(await find({ InstanceIds: [id ?? ''] }));
  const volumes = async () => (await clock.run(ec2.send(new DescribeVolumesCommand({})))).Volumes ?? [];
  return { ...parts, image, request, run, launch, find, look, volumes };
}

function first(instances: readonly Instance[]): Instance & { InstanceId: string } {
  const [instance] = instances;
  if (!instance?.InstanceId) throw new Error('There is no instance.');
  return { ...instance, InstanceId: instance.InstanceId };
}
