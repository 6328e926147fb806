/** What can be wrong with a model, and how it is told: one text for javac, the DSL and files. */
@NullMarked
package io.tenon.problem;

import org.jspecify.annotations.NullMarked;
