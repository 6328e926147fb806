/** Pictures of models in files. */
@NullMarked
package io.tenon.plot;

import org.jspecify.annotations.NullMarked;
