@NullMarked
package io.tenon.check;

import org.jspecify.annotations.NullMarked;
