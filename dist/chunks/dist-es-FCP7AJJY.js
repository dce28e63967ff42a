import {
  ENV_ACCOUNT_ID,
  ENV_CREDENTIAL_SCOPE,
  ENV_EXPIRATION,
  ENV_KEY,
  ENV_SECRET,
  ENV_SESSION,
  fromEnv
} from "./chunk-WNJEQ2TY.js";
import "./chunk-CKVJZ5LQ.js";
import "./chunk-XIFDHLLN.js";
import "./chunk-6MLQHGEA.js";
import "./chunk-UZF6ZI7Z.js";
export {
  ENV_ACCOUNT_ID,
  ENV_CREDENTIAL_SCOPE,
  ENV_EXPIRATION,
  ENV_KEY,
  ENV_SECRET,
  ENV_SESSION,
  fromEnv
};
