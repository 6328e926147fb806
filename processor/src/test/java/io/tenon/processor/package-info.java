@NullMarked
package io.tenon.processor;

import org.jspecify.annotations.NullMarked;
