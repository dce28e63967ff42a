/** Writes outputs and the post step's state the moment they are known, so that a kill loses nothing that was learnt. */
import type { Witness } from '../bake.ts';
import type { BakeRecord, CopyRecord } from '../record.ts';
import type { Inputs } from './inputs.ts';
import type { Outputs } from './outputs.ts';
import { type BakeState, saveState } from './state.ts';

export function createWitness(outputs: Outputs, inputs: Pick<Inputs, 'onFailure' | 'roleToAssume'>): Witness {
  const { onFailure, roleToAssume } = inputs;
  let saved: { phase: BakeState['phase']; text: string } | undefined;

  function save(phase: BakeState['phase'], record: BakeRecord): void {
    const { instance, names, image, expectedSnapshots, copies } = record;
    if (instance === undefined || names === undefined) return;
    const state: BakeState = {
      version: 1,
      phase,
      region: record.region,
      instanceId: instance.id,
      key: names.key,
      amiName: names.name,
      ...(image === undefined ? {} : { amiId: image.id }),
      ...(copies === undefined ? {} : { copies: copies.map(copyState) }),
      onFailure,
      ...(expectedSnapshots === undefined ? {} : { expectedSnapshots }),
      ...(roleToAssume === undefined ? {} : { roleToAssume }),
      startedAt: record.startedAt,
    };
    const text = JSON.stringify(state);
    if (text === saved?.text) return;
    saved = { phase, text };
    saveState(state);
  }

  return {
    creating: (record) => save('creating', record),
    learnt: (record) => {
      if (saved !== undefined) save(record.image === undefined ? saved.phase : 'created', record);
      outputs.publish(record);
    },
    settled: (record) => {
      if (saved !== undefined) save('done', record);
    },
  };
}

function copyState({ region, id }: CopyRecord): { region: string; amiId?: string } {
  return { region, ...(id === undefined ? {} : { amiId: id }) };
}
