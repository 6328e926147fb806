/** Which ranks layers read and give, found by asking their specs. */
@NullMarked
package io.tenon.processor.ranks;

import org.jspecify.annotations.NullMarked;
