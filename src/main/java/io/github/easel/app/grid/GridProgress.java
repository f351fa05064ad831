package io.github.easel.app.grid;

import io.github.easel.generation.Progress;

/**
 * How far a grid is.
 *
 * @param cell the picture that is being made
 * @param picture its number, from 1, in the order in which they are made
 * @param pictures all pictures
 * @param step how far it is
 * @param secondsLeft estimated seconds until all are made, by the pictures that are; 0 before the
 *     first step
 */
public record GridProgress(
    GridCell cell, int picture, int pictures, Progress step, double secondsLeft) {}
