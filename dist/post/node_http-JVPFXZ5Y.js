import {
  init_node_http,
  node_http_default
} from "./chunk-33WEFWZT.js";
import "./chunk-QZMHAYEV.js";
init_node_http();
export {
  node_http_default as default
};
