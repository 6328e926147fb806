/** Graphs as pictures: for Graphviz, for READMEs, and drawn without any other program. */
@NullMarked
package io.tenon.picture;

import org.jspecify.annotations.NullMarked;
