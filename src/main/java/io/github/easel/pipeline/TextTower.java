package io.github.easel.pipeline;

import io.github.easel.tokenizer.PromptChunker;

/**
 * One way to read a prompt: Stable Diffusion XL has two of them, each with its own tokens.
 *
 * @param chunker cuts prompts into what the encoder takes
 * @param encoder makes embeddings of that
 */
record TextTower(PromptChunker chunker, TextEncoder encoder) {}
