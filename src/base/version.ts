/** Of the action; the contract tests compare it with package.json. */
export const version = '0.1.0';
