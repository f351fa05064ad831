/** The studio's main screen: prompt, settings, picture. */
@NullMarked
package io.github.easel.ui.studio;

import org.jspecify.annotations.NullMarked;
