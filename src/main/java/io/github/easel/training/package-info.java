/**
 * Teaching a model one's own thing: textual inversion and LoRA on PyTorch, through the networks'
 * own definitions. Knows neither pictures nor folders of models.
 */
@NullMarked
package io.github.easel.training;

import org.jspecify.annotations.NullMarked;
