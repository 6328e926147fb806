/** Two commands for files of Keras's: one tells what is in them, one turns them into others. */
@NullMarked
package io.tenon.examples.files;

import org.jspecify.annotations.NullMarked;
