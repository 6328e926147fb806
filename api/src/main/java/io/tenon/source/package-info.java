/** Graphs as Java: the annotated interface that would declare one. */
@NullMarked
package io.tenon.source;

import org.jspecify.annotations.NullMarked;
