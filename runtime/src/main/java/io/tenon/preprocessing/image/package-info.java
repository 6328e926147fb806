/** Images: reading, transforming and standardizing them, in batches made ahead. Channels last. */
@NullMarked
package io.tenon.preprocessing.image;

import org.jspecify.annotations.NullMarked;
