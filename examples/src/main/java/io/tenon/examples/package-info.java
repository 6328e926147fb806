/** Programs to start from. Each is run by the tests. */
@NullMarked
package io.tenon.examples;

import org.jspecify.annotations.NullMarked;
