/**
 * Measures a fleet: many bakes at once in one account and Region, behind EC2's documented token buckets, on virtual time.
 * Beside it, a script of AWS CLI commands that does the same job. By itself it prints the section:
 * `node bench/fleet.ts [BAKES…]`.
 */
import { bakeOne } from './fleet-bakes.ts';
import { type FleetResult, type FleetRow, type FleetTool, measure } from './fleet-measures.ts';
import { type FleetPlan, stageOf } from './fleet-plan.ts';
import { scriptOne } from './fleet-script.ts';
import { fleetSection } from './fleet-section.ts';

/**
 * Within how many seconds the bakes begin: ten minutes, as long as an image takes, so that all are in the making when the
 * last one begins; seven, which is about the shortest for a thousand, since EC2 takes five
 * CreateImage a second; and all in the same second.
 */
export const arrivals = [600, 420, 0] as const;

/** Every size with every arrival, by both tools. A thousand bakes take a minute or two. */
export async function measureFleet(sizes: readonly number[]): Promise<FleetResult> {
  const rows: FleetRow[] = [];
  for (const arrivalSeconds of arrivals) {
    for (const bakes of sizes) {
      rows.push(await measureOne('bake-ami', { bakes, arrivalSeconds }));
      rows.push(await measureOne('script', { bakes, arrivalSeconds }));
    }
  }
  return { rows };
}

export async function measureOne(tool: FleetTool, plan: FleetPlan): Promise<FleetRow> {
  return { tool, ...(await measure(stageOf(plan), plan, tool === 'script' ? scriptOne : bakeOne)) };
}

if (import.meta.main) {
  const sizes = process.argv.slice(2).map(Number);
  const result = await measureFleet(sizes.length === 0 ? [1, 10, 100, 1000] : sizes);
  process.stdout.write(`${fleetSection(result)}\n`);
  for (const { tool, bakes, arrivalSeconds, throttledBy, failures } of result.rows) {
    const details = JSON.stringify({ throttledBy, failures });
    process.stdout.write(`${tool}, ${bakes} within ${arrivalSeconds} s: ${details}\n`);
  }
}
