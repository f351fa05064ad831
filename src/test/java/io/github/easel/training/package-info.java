@NullMarked
package io.github.easel.training;

import org.jspecify.annotations.NullMarked;
