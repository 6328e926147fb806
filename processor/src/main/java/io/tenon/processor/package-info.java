/**
 * The annotation processor: {@code read} turns elements into plain records, the rules of {@link
 * io.tenon.check} prove them, {@code write} makes Java of them, and {@code report} tells javac what
 * is wrong. Only {@code read} and {@code report} know the compiler's model of the source.
 */
@NullMarked
package io.tenon.processor;

import org.jspecify.annotations.NullMarked;
