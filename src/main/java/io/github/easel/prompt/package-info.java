/** Prompt grammars: from what an artist typed to the words and weights of every step. */
@NullMarked
package io.github.easel.prompt;

import org.jspecify.annotations.NullMarked;
