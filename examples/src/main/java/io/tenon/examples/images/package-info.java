/** Images made different at random, to look at. */
@NullMarked
package io.tenon.examples.images;

import org.jspecify.annotations.NullMarked;
