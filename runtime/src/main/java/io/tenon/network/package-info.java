/** Models by name: what a generated class and the DSL stand on. */
@NullMarked
package io.tenon.network;

import org.jspecify.annotations.NullMarked;
