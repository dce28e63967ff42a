import { ApiError, invalidParameterValue } from './errors.ts';

/** What has an ID in the simulator, with the prefix of its IDs. */
export const idPrefixes = {
  instance: 'i',
  volume: 'vol',
  image: 'ami',
  snapshot: 'snap',
  launchTemplate: 'lt',
  reservation: 'r',
  vpc: 'vpc',
  subnet: 'subnet',
  securityGroup: 'sg',
  networkInterface: 'eni',
} as const;

export type IdKind = keyof typeof idPrefixes;

/** The same seed gives the same IDs in the same order, so that a failing test fails the same way again. */
export class IdGenerator {
  #state: number;

  constructor(seed = 1) {
    this.#state = seed >>> 0;
  }

  /** A new ID of the long form: the prefix and 17 hexadecimal digits, the first of which is 0 as in EC2's. */
  next(kind: IdKind): string {
    return `${idPrefixes[kind]}-0${this.hex(16)}`;
  }

  /** A request ID or key ID in the form of a UUID. */
  uuid(): string {
    return `${this.hex(8)}-${this.hex(4)}-4${this.hex(3)}-a${this.hex(3)}-${this.hex(12)}`;
  }

  hex(digits: number): string {
    let text = '';
    while (text.length < digits) text += this.#word().toString(16).padStart(8, '0');
    return text.slice(0, digits);
  }

  /** Mulberry32, a small generator whose whole state is one 32-bit number. */
  #word(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let word = this.#state;
    word = Math.imul(word ^ (word >>> 15), word | 1);
    word ^= word + Math.imul(word ^ (word >>> 7), word | 61);
    return (word ^ (word >>> 14)) >>> 0;
  }
}

/** EC2 accepts the old short IDs (8 digits) beside the long ones (17). */
export function isWellFormed(kind: IdKind, id: string): boolean {
  return new RegExp(`^${idPrefixes[kind]}-(?:[0-9a-f]{8}|[0-9a-f]{17})$`).test(id);
}

/**
 * @throws the kind's `Malformed` error. Codes from the EC2 API's list of error codes; the messages for
 * instances and images as moto records them (`Invalid id: "x" (expecting "ami-...")`), those of EBS as
 * Eucalyptus and the EBS direct APIs have them.
 */
export function requireWellFormed(kind: 'instance' | 'image' | 'snapshot' | 'volume', id: string): void {
  if (isWellFormed(kind, id)) return;
  const prefix = `${idPrefixes[kind]}-`;
  const code = {
    instance: 'InvalidInstanceID.Malformed',
    image: 'InvalidAMIID.Malformed',
    snapshot: 'InvalidSnapshotID.Malformed',
    volume: 'InvalidVolumeID.Malformed',
  }[kind];
  if ((kind === 'snapshot' || kind === 'volume') && !id.startsWith(prefix)) {
    throw invalidParameterValue(
      `Value (${id}) for parameter ${kind}Id is invalid. Expected: '${prefix}...'.`,
    );
  }
  const expecting = id.startsWith(prefix) ? '' : ` (expecting "${prefix}...")`;
  throw new ApiError(code, `Invalid id: "${id}"${expecting}`);
}

/** What kind of object an ID names, by its prefix alone. */
export function kindOf(id: string): IdKind | undefined {
  const kinds = Object.keys(idPrefixes) as IdKind[];
  return kinds.find((kind) => isWellFormed(kind, id));
}
