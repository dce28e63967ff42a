/** What a value of Parameter Store must be like: its size by the tier, its form by the pattern. */
import type { StoredParameter, Tier } from '../model/parameter.ts';
import * as errors from '../model/ssm-errors.ts';
import type { Context } from './action.ts';

interface Put {
  Value: string;
  Tier: string | undefined;
  AllowedPattern: string | undefined;
}

/**
 * The tier and the pattern of a parameter from now on.
 * @param existing what is overwritten, if anything
 * @throws ValidationException, ParameterPatternMismatchException, ParameterLimitExceeded
 */
export function requireRules(
  input: Put,
  existing: StoredParameter | undefined,
  context: Context,
): Pick<StoredParameter, 'tier' | 'allowedPattern'> {
  const tier = tierOf(input, existing);
  requireSize(input.Value, tier);
  const allowedPattern = input.AllowedPattern ?? existing?.allowedPattern;
  requireMatch(input.Value, allowedPattern);
  if (!existing) requireRoom(context, tier);
  return { tier, allowedPattern };
}

/**
 * API model, PutParameter.Tier: "You can change a standard parameter to an advanced parameter any time. But you can't revert
 * an advanced parameter to a standard parameter." Unless one is asked for it stays as it is (unconfirmed), and a new one is
 * of the tier Standard. `Intelligent-Tiering` "evaluates each PutParameter request".
 */
function tierOf({ Tier: asked, Value }: Put, existing: StoredParameter | undefined): Tier {
  if (existing?.tier === 'Advanced') {
    if (asked === 'Standard') throw errors.tierDowngrade();
    return 'Advanced';
  }
  if (asked === 'Intelligent-Tiering') return Value.length > standardLength ? 'Advanced' : 'Standard';
  return asked === 'Advanced' ? 'Advanced' : 'Standard';
}

/** "Standard parameters have a content size limit of 4 KB", "Advanced parameters have a content size limit of 8 KB". */
const standardLength = 4096;

function requireSize(value: string, tier: Tier): void {
  if (tier === 'Standard' && value.length > standardLength) throw errors.valueTooLong();
  if (value.length > 2 * standardLength) throw errors.advancedValueTooLong();
}

/** That the whole value must match is unconfirmed, and that a pattern stays in force until another is given. */
function requireMatch(value: string, pattern: string | undefined): void {
  if (pattern !== undefined && !new RegExp(`^(?:${pattern})$`, 'u').test(value)) {
    throw errors.patternMismatch(pattern);
  }
}

/** API model, PutParameter.Tier: at most 10,000 standard parameters in each Region of an account. */
function requireRoom({ world, accountId }: Context, tier: Tier): void {
  const { standardParameters: most } = world.settings;
  const standard = [...world.parameters.values()].filter(
    (parameter) => parameter.accountId === accountId && parameter.tier === 'Standard',
  );
  if (tier === 'Standard' && standard.length >= most) throw errors.tooManyParameters(most);
}
