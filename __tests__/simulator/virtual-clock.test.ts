import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { VirtualClock } from '../../simulator/virtual-clock.ts';

describe('Virtual time', () => {
  it('passes three hours of polling in an instant', async () => {
    const clock = new VirtualClock(0);
    let polls = 0;
    await clock.run(async () => {
      while (clock.now() < 3 * 3600_000) {
        polls += 1;
        await clock.sleep(15_000);
      }
    });
    expect(polls).toBe(720);
    expect(clock.now()).toBe(3 * 3600_000);
  });

  it('wakes sleepers in the order of their times, and of equal times in the order of their setting', async () => {
    const clock = new VirtualClock(0);
    const woken: string[] = [];
    const sleeper = async (name: string, ...naps: number[]) => {
      for (const nap of naps) {
        await clock.sleep(nap);
        woken.push(`${name}@${clock.now()}`);
      }
    };
    await clock.run(Promise.all([sleeper('a', 20, 10), sleeper('b', 10, 10), sleeper('c', 20, 0)]));
    expect(woken).toEqual(['b@10', 'a@20', 'c@20', 'b@20', 'c@20', 'a@30']);
  });

  it('ends a sleep that is aborted with the reason, at once', async () => {
    const clock = new VirtualClock(0);
    const reason = new Error('enough');
    const controller = new AbortController();
    clock.sleep(5).then(() => controller.abort(reason));
    await expect(clock.run(clock.sleep(1000, controller.signal))).rejects.toBe(reason);
    expect(clock.now()).toBe(5);
    await expect(clock.run(clock.sleep(1000, controller.signal))).rejects.toBe(reason);
    expect(clock.pending).toBe(0);
  });

  it('gives the result and the failure of the work', async () => {
    const clock = new VirtualClock();
    await expect(clock.run(Promise.resolve(1))).resolves.toBe(1);
    await expect(clock.run(Promise.reject(new Error('no')))).rejects.toThrow('no');
    await expect(
      clock.run(() => {
        throw new Error('at once');
      }),
    ).rejects.toThrow('at once');
  });

  it('fails loudly when nothing can end the work', async () => {
    const clock = new VirtualClock();
    await expect(clock.run(new Promise(() => {}))).rejects.toThrow('Deadlock');
    await expect(clock.run(clock.sleep(Number.POSITIVE_INFINITY))).rejects.toThrow('Deadlock');
  });

  it('fails when the work goes on for ever', async () => {
    const clock = new VirtualClock();
    let going = true;
    const work = async () => {
      while (going) await clock.sleep(60_000);
    };
    await expect(clock.run(work(), 3600)).rejects.toThrow('not done after 3600 seconds');
    going = false;
  });

  it('advances by as much as it is told, and what is due happens', async () => {
    const clock = new VirtualClock(0);
    const woken: number[] = [];
    const work = (async () => {
      for (;;) {
        await clock.sleep(400);
        woken.push(clock.now());
      }
    })();
    await clock.advance(1);
    expect(woken).toEqual([400, 800]);
    expect(clock.now()).toBe(1000);
    expect(clock.pending).toBe(1);
    void work;
  });

  it('waits for files that are being read and written', async () => {
    const clock = new VirtualClock(0);
    const folder = await mkdtemp(join(tmpdir(), 'clock-'));
    const deadline = clock.sleep(1000).then(() => 'too late');
    const work = async () => {
      for (let round = 0; round < 20; round += 1) {
        await writeFile(join(folder, 'file'), 'x'.repeat(100_000));
        await readFile(join(folder, 'file'));
      }
      return 'in time';
    };
    expect(await clock.run(Promise.race([work(), deadline]))).toBe('in time');
    expect(clock.now()).toBe(0);
    await rm(folder, { recursive: true });
  });
});
