/** Software of other people that `npm run test:e2e` tests with, at the versions that it is known to work with. */
export const goTools = {
  /** Runs GitHub's workflows on this machine. */
  act: { module: 'github.com/nektos/act', version: 'v0.2.89' },
  /** Checks workflows. */
  actionlint: { module: 'github.com/rhysd/actionlint/cmd/actionlint', version: 'v1.7.12' },
} as const;
