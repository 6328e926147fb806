/** The loop: epochs, batches, validation, progress and what was measured. */
@NullMarked
package io.tenon.training;

import org.jspecify.annotations.NullMarked;
