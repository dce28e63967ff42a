/** The yardstick where there is no Python, for programs in Node: preloaded, it writes at the end what was used. */
import { writeFileSync } from 'node:fs';

const file = process.env['BENCH_USAGE_FILE'];
process.on('exit', () => {
  if (file === undefined) return;
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  const usage = {
    startedAt: performance.timeOrigin,
    wallSeconds: performance.now() / 1000,
    cpuSeconds: (userCPUTime + systemCPUTime) / 1e6,
    peakBytes: maxRSS * 1024,
  };
  writeFileSync(file, JSON.stringify(usage));
});
