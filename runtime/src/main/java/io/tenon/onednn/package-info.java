/**
 * The seam to oneDNN: nothing outside the engine's kernels knows it, so that another library can
 * take its place.
 */
@NullMarked
package io.tenon.onednn;

import org.jspecify.annotations.NullMarked;
