/** What closes a step: the change of the weights, one pass over flat buffers. */
@NullMarked
package io.tenon.optimizer;

import org.jspecify.annotations.NullMarked;
