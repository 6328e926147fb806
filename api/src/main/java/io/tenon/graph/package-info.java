/** A checked model: named nodes in topological order, each with its layer, inputs and type. */
@NullMarked
package io.tenon.graph;

import org.jspecify.annotations.NullMarked;
