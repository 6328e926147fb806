/** Models as Keras writes them down. */
@NullMarked
package io.tenon.keras;

import org.jspecify.annotations.NullMarked;
