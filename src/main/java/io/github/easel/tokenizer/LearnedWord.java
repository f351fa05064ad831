package io.github.easel.tokenizer;

/**
 * A word that stands for vectors that were learned for it.
 *
 * @param name as prompts write it, whatever its case; may be several words
 * @param count how many vectors, and so how many places of a prompt
 */
public record LearnedWord(String name, int count) {}
