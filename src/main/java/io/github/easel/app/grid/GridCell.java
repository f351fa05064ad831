package io.github.easel.app.grid;

import io.github.easel.generation.GenerationRequest;

/**
 * One picture of a grid.
 *
 * @param x column, from 0
 * @param y row, from 0
 * @param z page, from 0
 * @param number its number in reading order, from 1
 * @param request what makes it
 */
public record GridCell(int x, int y, int z, int number, GenerationRequest request) {}
