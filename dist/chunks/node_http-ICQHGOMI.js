import {
  init_node_http,
  node_http_default
} from "./chunk-EIJRQB25.js";
import "./chunk-UZF6ZI7Z.js";
init_node_http();
export {
  node_http_default as default
};
