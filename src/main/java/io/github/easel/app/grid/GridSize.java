package io.github.easel.app.grid;

/**
 * How much a grid is.
 *
 * @param pictures pictures to make
 * @param width pixels of the sheet
 * @param height pixels of the sheet
 */
public record GridSize(int pictures, int width, int height) {}
