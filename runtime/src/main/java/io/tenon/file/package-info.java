/** Models on disk. */
@NullMarked
package io.tenon.file;

import org.jspecify.annotations.NullMarked;
