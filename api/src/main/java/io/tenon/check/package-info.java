/** From what was declared to a checked graph: one class per rule. */
@NullMarked
package io.tenon.check;

import org.jspecify.annotations.NullMarked;
