/**
 * The models as an artist meets them: what is here, what can be had from the hub, and what was made
 * ready for this computer.
 */
@NullMarked
package io.github.easel.ui.models;

import org.jspecify.annotations.NullMarked;
