/**
 * Files of Keras's, of which models are made while compiling. Loaded only where one is asked for.
 */
@NullMarked
package io.tenon.processor.file;

import org.jspecify.annotations.NullMarked;
