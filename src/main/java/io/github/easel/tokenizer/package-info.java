/** Text to token ids: CLIP's byte-level BPE. */
@NullMarked
package io.github.easel.tokenizer;

import org.jspecify.annotations.NullMarked;
