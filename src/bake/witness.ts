/** Writes outputs and the post step's state the moment they are known, so that a kill loses nothing that was learnt. */
import { onFailureOf } from '../distribute/clean-up.ts';
import type { Inputs } from '../github/inputs/read.ts';
import type { BakeRecord, CopyRecord } from './record.ts';
import type { Outputs } from './report/outputs.ts';
import { type BakeState, saveState } from './state.ts';
import type { Witness } from './world.ts';

export function createWitness(outputs: Outputs, inputs: Pick<Inputs, 'onFailure' | 'roleToAssume'>): Witness {
  const { onFailure, roleToAssume } = inputs;
  let saved: { phase: BakeState['phase']; text: string } | undefined;

  function save(phase: BakeState['phase'], record: BakeRecord): void {
    const { names, image, expectedSnapshots, copies, reused, gone, parameters } = record;
    if (names === undefined) return;
    const state: BakeState = {
      version: 1,
      phase,
      region: record.region,
      key: names.key,
      amiName: names.name,
      ...(image === undefined ? {} : { amiId: image.id }),
      ...(copies === undefined ? {} : { copies: copies.map((copy) => copyState(copy, reused)) }),
      onFailure: onFailureOf(onFailure, parameters),
      ...(expectedSnapshots === undefined ? {} : { expectedSnapshots }),
      ...(roleToAssume === undefined ? {} : { roleToAssume }),
      ...(reused === undefined ? {} : { reused }),
      ...(gone === undefined ? {} : { gone }),
    };
    const text = JSON.stringify(state);
    if (text === saved?.text) return;
    saved = { phase, text };
    saveState(state);
  }

  return {
    creating: (record) => save(record.image === undefined ? 'creating' : 'created', record),
    learnt: (record) => {
      if (saved !== undefined) save(record.image === undefined ? saved.phase : 'created', record);
      outputs.publish(record);
    },
    settled: (record) => {
      if (saved !== undefined) save('done', record);
    },
  };
}

/** Beside a reused image, copies are told by their Region alone: one that an earlier attempt finished is not removed. */
function copyState({ region, id }: CopyRecord, reused: true | undefined): { region: string; amiId?: string } {
  return { region, ...(id === undefined || reused ? {} : { amiId: id }) };
}
