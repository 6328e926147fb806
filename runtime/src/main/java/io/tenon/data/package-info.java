/**
 * What a model is trained on and asked about, checked against its graph before any work is done.
 */
@NullMarked
package io.tenon.data;

import org.jspecify.annotations.NullMarked;
