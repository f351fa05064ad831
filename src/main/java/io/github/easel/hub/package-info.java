/**
 * Downloads from the Hugging Face hub, and the catalogue of models to start from. The only room
 * that opens connections, and only for what somebody just asked for; makes no threads of its own.
 */
@NullMarked
package io.github.easel.hub;

import org.jspecify.annotations.NullMarked;
