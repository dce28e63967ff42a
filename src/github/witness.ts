/** Writes outputs and the post step's state the moment they are known, so that a kill loses nothing that was learnt. */
import type { Witness } from '../bake.ts';
import type { BakeRecord } from '../record.ts';
import type { Inputs } from './inputs.ts';
import type { Outputs } from './outputs.ts';
import { type BakeState, saveState } from './state.ts';

export function createWitness(outputs: Outputs, inputs: Pick<Inputs, 'onFailure' | 'roleToAssume'>): Witness {
  const { onFailure, roleToAssume } = inputs;
  let phase: BakeState['phase'] | undefined;

  function save(next: BakeState['phase'], record: BakeRecord): void {
    const { names, image, expectedSnapshots } = record;
    if (next === phase || names === undefined) return;
    phase = next;
    saveState({
      version: 1,
      phase: next,
      region: record.region,
      key: names.key,
      amiName: names.name,
      ...(image === undefined ? {} : { amiId: image.id }),
      onFailure,
      ...(expectedSnapshots === undefined ? {} : { expectedSnapshots }),
      ...(roleToAssume === undefined ? {} : { roleToAssume }),
    });
  }

  return {
    creating: (record) => save('creating', record),
    learnt: (record) => {
      if (record.image !== undefined && phase === 'creating') save('created', record);
      if (record.imageIsGone) save('deregistered', record);
      outputs.publish(record);
    },
    settled: (record) => {
      if (phase !== undefined) save('done', record);
    },
  };
}
