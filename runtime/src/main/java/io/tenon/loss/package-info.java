/** What ends a step: losses with their gradients. */
@NullMarked
package io.tenon.loss;

import org.jspecify.annotations.NullMarked;
