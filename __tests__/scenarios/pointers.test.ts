/**
 * Whatever outside the account's images names an image keeps that image alive. Every pointer input of the bake and of the
 * promotion, with a failure, a kill and a cancellation right after the pointer was written: the images stay, and a second
 * run finishes.
 */
import { describe, expect, test } from '@jest/globals';
import { faults } from '../../simulator/faults.ts';
import { parseTemplate } from '../../src/naming/template.ts';
import { cancelledBy, PromotionRig } from '../builders/promotion-rig.ts';
import { isMeant, Life } from '../builders/rig.ts';

const other = 'us-west-2';
const old = 'ami-00000000000000001';

const template = (makeDefault: boolean) => ({ template: 'web', makeDefault, region: undefined });

/** Each pointer input, and the call that writes it. A new one is an entry here. */
const pointers = [
  ['ssm-parameter', 'PutParameter', { ssmParameters: [parseTemplate('/golden/web')] }],
  ['launch-template', 'CreateLaunchTemplateVersion', { launchTemplates: [template(false)] }],
  ['launch-template default', 'ModifyLaunchTemplate', { launchTemplates: [template(true)] }],
] as const;

const cases = pointers.flatMap(([input, call, inputs]) =>
  (['bake', 'promotion'] as const).flatMap((action) =>
    (['failure', 'kill', 'cancellation'] as const).map((end) => ({ input, call, inputs, action, end })),
  ),
);

describe.each(cases)(
  '$input: a $end of a $action right after it was written',
  ({ call, inputs, action, end }) => {
    test('keeps the images, and a second run finishes', async () => {
      const rig = new PromotionRig({ image: { seconds: 20 } });
      rig.regions.splice(0, rig.regions.length, 'eu-west-1', other);
      rig.simulator.seedLaunchTemplate({ name: 'web', versions: [{ imageId: old }] });
      const amiId = action === 'promotion' ? ((await rig.bake()).record.image?.id ?? '') : '';
      const wishes = { ...inputs, copyTo: [{ region: other }] };
      const life = new Life();
      life.cancellation = new AbortController();
      const killed = Promise.withResolvers<undefined>();
      const happen = {
        failure: () =>
          rig.simulator.faults.add({ action: 'CreateTags', fault: faults.requestExpired(), times: 1 }),
        kill: () => {
          life.alive = false;
          killed.resolve(undefined);
        },
        cancellation: () => life.cancellation?.abort(cancelledBy()),
      };
      const stop = rig.simulator.calls.onCall((made) => {
        if (made.action !== call || !isMeant(made)) return;
        stop();
        happen[end]();
      });

      const started = () =>
        action === 'bake' ? rig.start(wishes, {}, life) : rig.startPromotion(amiId, wishes, life);
      const outcome = await rig.clock.run(Promise.race([started(), killed.promise]));
      expect(outcome?.ok).toBe(end === 'kill' ? undefined : false);
      if (outcome?.ok === false) expect(String(outcome.error)).toContain('To go back:');
      await (action === 'bake' ? rig.post() : rig.postPromotion());
      expect(rig.images).toHaveLength(2);

      const attempt = { runAttempt: '2', runUrl: 'https://github.com/acme/web/actions/runs/1/attempts/2' };
      const again =
        action === 'bake'
          ? await rig.bake(wishes, attempt)
          : await rig.promote(amiId, wishes, { runId: '2' });
      expect(again.ok ? 'ok' : again.error).toBe('ok');
      expect(rig.images).toHaveLength(2);
    });
  },
);
