/** The command line of `npm run try`: an action, and its inputs as options. */
import { parseArgs } from 'node:util';
import { actionFolders, readActionYml } from './runner.ts';

export interface TryInputs {
  /** The folder of the action, `''` for the bake. */
  action: string;
  inputs: Record<string, string>;
}

/** @throws Error for an action or an input that there is not */
export function inputsOf(args: readonly string[]): TryInputs {
  const { action, rest } = actionOf(args);
  const names = Object.keys(readActionYml(action).inputs);
  const options = Object.fromEntries(
    names.map((name) => [name, { type: 'string', multiple: true }] as const),
  );
  const { values } = parseArgs({ args: withValues(rest), options });
  const lines = Object.entries(values).map(([name, value]) => [name, [value].flat().join('\n')]);
  return { action, inputs: Object.fromEntries(lines) };
}

function actionOf(args: readonly string[]): { action: string; rest: string[] } {
  const rest = args.flatMap((arg) => (arg.startsWith('--action=') ? ['--action', arg.slice(9)] : [arg]));
  const index = rest.indexOf('--action');
  if (index < 0) return { action: '', rest };
  const [, name = ''] = rest.splice(index, 2);
  const action = name === 'bake' ? '' : name;
  const folders = actionFolders();
  if (name === '' || !folders.includes(action)) {
    const names = folders.map((folder) => folder || 'bake').join(', ');
    throw new Error(`--action is "${name}"; it takes one of ${names}.`);
  }
  return { action, rest };
}

/** An option that is the last word, or stands before another option, is switched on by itself: `--dry-run`. */
function withValues(args: readonly string[]): string[] {
  return args.map((arg, index) => {
    const next = args[index + 1];
    const alone = /^--[\w-]+$/.test(arg) && (next === undefined || next.startsWith('--'));
    return alone ? `${arg}=true` : arg;
  });
}
