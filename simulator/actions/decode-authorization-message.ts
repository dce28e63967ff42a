import { decodeDenial } from '../model/denial.ts';
import * as errors from '../model/sts-errors.ts';
import { action } from './action.ts';
import { text } from './parameters.ts';

/** STS API reference, DecodeAuthorizationMessage: for the messages that the simulator itself encoded. */
export const decodeAuthorizationMessage = action({
  name: 'DecodeAuthorizationMessage',
  service: 'sts',
  mutating: false,
  parameters: { EncodedMessage: text },
  answer({ EncodedMessage }) {
    if (EncodedMessage === undefined) {
      throw errors.validationError('encodedMessage', EncodedMessage, 'Member must not be null');
    }
    const message = decodeDenial(EncodedMessage);
    if (message === undefined) throw errors.invalidAuthorizationMessage();
    return { DecodedMessage: message };
  },
});
