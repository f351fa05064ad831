/**
 * Noise schedules and samplers, one algorithm a file, ignorant of models and of the user interface.
 */
@NullMarked
package io.github.easel.scheduler;

import org.jspecify.annotations.NullMarked;
