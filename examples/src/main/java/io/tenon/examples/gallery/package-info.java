/**
 * Ten models from Keras's own examples and guides, in the language. {@code GalleryTest} holds their
 * numbers of parameters, in all and layer by layer, to those that Keras gives.
 */
@NullMarked
package io.tenon.examples.gallery;

import org.jspecify.annotations.NullMarked;
