/** bake-ami's `dist`, run as the runner runs it, against moto; and boto3, to ask moto what came of it. */
import { ActionStep, pushEnvironment, type StepResult } from '../../../scripts/runner.ts';
import { Boto3 } from './boto3.ts';
import { type Moto, startMoto } from './moto.ts';
import { awsEnvironment } from './python.ts';

export interface Baked extends StepResult {
  outputs: Record<string, string>;
  summary: string;
  post: StepResult;
}

export class MotoStage {
  readonly boto3: Boto3;
  readonly #moto: Moto;
  #runs = 0;

  private constructor(moto: Moto) {
    this.#moto = moto;
    this.boto3 = new Boto3();
    this.boto3.endpoint = moto.url;
  }

  static async open(): Promise<MotoStage> {
    return new MotoStage(await startMoto());
  }

  /** A running Linux instance with the volumes /dev/sda1 and /dev/sdf; its ID. */
  async launch(region: string): Promise<string> {
    const { Images } = await this.boto3.call('ec2', 'DescribeImages', { Owners: ['amazon'] }, region);
    const { ImageId } = Images.find(
      (image: { Name?: string; RootDeviceName?: string }) =>
        image.Name?.includes('ubuntu') && image.RootDeviceName === '/dev/sda1',
    );
    const parameters = {
      ImageId,
      MinCount: 1,
      MaxCount: 1,
      InstanceType: 't3.micro',
      BlockDeviceMappings: [
        { DeviceName: '/dev/sda1', Ebs: { VolumeSize: 8 } },
        { DeviceName: '/dev/sdf', Ebs: { VolumeSize: 20 } },
      ],
      TagSpecifications: [{ ResourceType: 'instance', Tags: [{ Key: 'Name', Value: 'web' }] }],
    };
    const { Instances } = await this.boto3.call('ec2', 'RunInstances', parameters, region);
    return Instances[0].InstanceId;
  }

  /** Both steps of the action, each time in another workflow run. */
  bake(region: string, inputs: Readonly<Record<string, string>>): Promise<Baked> {
    return this.#run(region, inputs, '');
  }

  /** The same of the action `test`. */
  test(region: string, inputs: Readonly<Record<string, string>>): Promise<Baked> {
    return this.#run(region, inputs, 'test');
  }

  /** The same of the action `retire`. */
  retire(region: string, inputs: Readonly<Record<string, string>>): Promise<Baked> {
    return this.#run(region, inputs, 'retire');
  }

  async #run(region: string, inputs: Readonly<Record<string, string>>, action: string): Promise<Baked> {
    this.#runs += 1;
    const {
      AWS_ACCESS_KEY_ID = '',
      AWS_SECRET_ACCESS_KEY = '',
      AWS_ENDPOINT_URL = '',
    } = awsEnvironment(this.#moto.url);
    const step = new ActionStep({
      action,
      inputs: { 'aws-region': region, ...inputs },
      environment: pushEnvironment({
        GITHUB_RUN_ID: String(7_000_000_000 + this.#runs),
        ...{ AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, AWS_ENDPOINT_URL },
      }),
    });
    try {
      const main = await step.main();
      const post = await step.post();
      return { ...main, outputs: step.outputs(), summary: step.summary(), post };
    } finally {
      step.dispose();
    }
  }

  /** Our own images as moto shows them. */
  async images(region: string) {
    return (await this.boto3.call('ec2', 'DescribeImages', { Owners: ['self'] }, region)).Images;
  }

  /** IDs of what is there of our own. */
  async remains(region: string): Promise<string[]> {
    const { Snapshots } = await this.boto3.call('ec2', 'DescribeSnapshots', { OwnerIds: ['self'] }, region);
    return [...(await this.images(region)), ...Snapshots].map(
      ({ ImageId, SnapshotId }) => ImageId ?? SnapshotId,
    );
  }

  async close(): Promise<void> {
    await this.boto3.close();
    await this.#moto.close();
  }
}
