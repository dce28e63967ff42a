/** Turns what a call to AWS threw into the error that a user reads. */
import { BakeError } from '../errors.ts';
import { awsErrorFacts, describeAwsError, type ErrorKind, errorKind } from './errors.ts';

/**
 * @param action the API action, as IAM policies name it, e.g. `ec2:CreateImage`
 * @param doing what was being done to which object, e.g. `create an image of i-0abc`
 * @returns `thrown` itself where it is told already, else a BakeError that says what failed and what to do
 */
export function awsFailure(action: string, doing: string, thrown: unknown): BakeError {
  if (thrown instanceof BakeError) return thrown;
  const kind = errorKind(thrown);
  const remedy = remedyFor(kind, action, awsErrorFacts(thrown).code);
  return new BakeError(`Could not ${doing}. ${action}: ${describeAwsError(thrown)}`, {
    cause: thrown,
    ...(remedy === undefined ? {} : { remedy }),
  });
}

function remedyFor(kind: ErrorKind, action: string, code: string): string | undefined {
  switch (kind) {
    case 'credentials':
      return code === 'CredentialsProviderError'
        ? 'No AWS credentials were found. Run aws-actions/configure-aws-credentials in a step before this one.'
        : 'The AWS credentials were refused: they are expired or wrong. Ask for a longer session (role-duration-seconds of aws-actions/configure-aws-credentials), or run the job again for fresh ones.';
    case 'permission':
      return `Allow ${action} in the IAM policy of the role that this job assumes.`;
    case 'throttled':
      return 'The account makes more API calls than EC2 allows at the moment. Run the job again later, or ask AWS for a higher request rate.';
    case 'unclear':
      return 'Check the network between the runner and AWS (proxy, DNS, endpoint), and the AWS Health Dashboard, then run the job again.';
    default:
      return undefined;
  }
}
