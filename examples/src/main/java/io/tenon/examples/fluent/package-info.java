/**
 * The models of the {@linkplain io.tenon.examples.gallery gallery} once more, described in code.
 * {@code FluentGalleryTest} holds them to be the same graphs.
 */
@NullMarked
package io.tenon.examples.fluent;

import org.jspecify.annotations.NullMarked;
