@NullMarked
package io.tenon.picture;

import org.jspecify.annotations.NullMarked;
