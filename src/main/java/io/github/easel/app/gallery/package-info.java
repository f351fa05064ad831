/** Pictures of the collection taken out of it: copies, sheets, archives and pages. */
@NullMarked
package io.github.easel.app.gallery;

import org.jspecify.annotations.NullMarked;
