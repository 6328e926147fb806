@NullMarked
package io.tenon.problem;

import org.jspecify.annotations.NullMarked;
