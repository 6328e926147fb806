/** What happens around a training: stopping early, saving, lowering the rate, writing logs. */
@NullMarked
package io.tenon.callback;

import org.jspecify.annotations.NullMarked;
