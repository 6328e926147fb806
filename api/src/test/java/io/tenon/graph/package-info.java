@NullMarked
package io.tenon.graph;

import org.jspecify.annotations.NullMarked;
