/** From plain records to Java source: the typed model, and the options of layers. */
@NullMarked
package io.tenon.processor.write;

import org.jspecify.annotations.NullMarked;
