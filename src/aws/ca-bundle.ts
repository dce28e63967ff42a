import { X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { getCACertificates } from 'node:tls';
import { BakeError, messageOf } from '../base/errors.ts';

const variable = 'AWS_CA_BUNDLE';

/**
 * The certificates to trust when AWS is asked through a proxy that opens TLS, or at an endpoint of one's own: those of the
 * file that AWS_CA_BUNDLE names, as for the AWS CLI ("Environment variables" in its user guide), beside those that Node
 * trusts anyway. The SDK for JavaScript does not know the variable.
 * @returns undefined when the variable is not set
 * @throws BakeError that names the variable, when the file cannot be read or holds no certificate
 */
export function trustedCertificates(environment: NodeJS.ProcessEnv): string[] | undefined {
  const path = environment[variable];
  if (!path) return undefined;
  return [...getCACertificates('default'), ...certificatesOf(path)];
}

function certificatesOf(path: string): string[] {
  const certificates =
    read(path).match(/-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/g) ?? [];
  if (certificates.length === 0) throw unusable(path, 'it holds no certificate in PEM form');
  for (const certificate of certificates) {
    try {
      new X509Certificate(certificate);
    } catch (error) {
      throw unusable(path, 'one of its certificates cannot be read', error);
    }
  }
  return certificates;
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw unusable(path, messageOf(error), error);
  }
}

function unusable(path: string, reason: string, cause?: unknown): BakeError {
  return new BakeError(`The file that \`${variable}\` names cannot be used, ${path}: ${reason}`, {
    cause,
    remedy: `Set the environment variable \`${variable}\` to a readable file of certificates in PEM form, or leave it unset.`,
  });
}
