/** Each layer as plain Java, and the engine held to it over random shapes and parameters. */
@NullMarked
package io.tenon.reference;

import org.jspecify.annotations.NullMarked;
