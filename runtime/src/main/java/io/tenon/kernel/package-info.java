/** How layers run: one file each, forward and backward side by side. */
@NullMarked
package io.tenon.kernel;

import org.jspecify.annotations.NullMarked;
