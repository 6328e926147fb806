/** Keras's configurations of models: what its files hold besides weights. */
@NullMarked
package io.tenon.keras;

import org.jspecify.annotations.NullMarked;
