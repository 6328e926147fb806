@NullMarked
package io.tenon.layer;

import org.jspecify.annotations.NullMarked;
