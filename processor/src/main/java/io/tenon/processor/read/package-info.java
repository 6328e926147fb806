/** From the compiler's elements to plain records: what was declared, and where it stands. */
@NullMarked
package io.tenon.processor.read;

import org.jspecify.annotations.NullMarked;
