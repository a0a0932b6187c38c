/** The state codec: versioned, little-endian, the same bytes on every machine. */
export { CodecError } from './codec-format';
export { Decoder } from './decoder';
export { Encoder } from './encoder';
