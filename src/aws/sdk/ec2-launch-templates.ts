/** EC2's launch templates and their versions. Import it dynamically in a bake: most bakes do not need it. */
export type { LaunchTemplateVersion } from '@aws-sdk/client-ec2';
export {
  CreateLaunchTemplateVersionCommand,
  DescribeLaunchTemplatesCommand,
  DescribeLaunchTemplateVersionsCommand,
  ModifyLaunchTemplateCommand,
} from '@aws-sdk/client-ec2';
