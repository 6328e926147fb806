/**
 * Axes, shapes and tensor types, with the arithmetic of axes whose size is known only at run time.
 */
@NullMarked
package io.tenon.shape;

import org.jspecify.annotations.NullMarked;
