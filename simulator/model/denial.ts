/** The "encoded authorization failure message" of a denied call, which DecodeAuthorizationMessage makes readable. */

export interface Denial {
  /** ARN of the caller. */
  principal: string;
  /** e.g. `ec2:CreateImage` */
  action: string;
  resource: string;
  region: string;
}

/** Real ones are encrypted; nobody but STS may look into them. */
export function encodeDenial({ principal, action, resource, region }: Denial): string {
  // "Decoding authorization messages" in the STS API reference (DecodeAuthorizationMessage, "Response Elements").
  const message = {
    allowed: false,
    explicitDeny: false,
    matchedStatements: { items: [] },
    failures: { items: [] },
    context: {
      principal: { id: 'AROASIMULATEDROLE0001:bake', arn: principal },
      action,
      resource,
      conditions: { items: [{ key: 'aws:Region', values: { items: [{ value: region }] } }] },
    },
  };
  return Buffer.from(JSON.stringify(message)).toString('base64url');
}

/** @returns undefined for what was not encoded here */
export function decodeDenial(encoded: string): string | undefined {
  if (!/^[\w-]+$/.test(encoded)) return undefined;
  const text = Buffer.from(encoded, 'base64url').toString();
  return text.startsWith('{"allowed":') && text.endsWith('}') ? text : undefined;
}
