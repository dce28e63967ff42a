import {
  __esm
} from "./chunk-QZMHAYEV.js";

// node-module:node:http
var node_http_default;
var init_node_http = __esm({
  "node-module:node:http"() {
    node_http_default = process.getBuiltinModule("node:http");
  }
});

export {
  node_http_default,
  init_node_http
};
