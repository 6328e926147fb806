/** From diagnostics to the compiler's messages, each at the place that is wrong. */
@NullMarked
package io.tenon.processor.report;

import org.jspecify.annotations.NullMarked;
