@NullMarked
package io.tenon.shape;

import org.jspecify.annotations.NullMarked;
