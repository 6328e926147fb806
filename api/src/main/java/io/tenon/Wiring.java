package io.tenon;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On generated code: which tensor reads which. Class files do not keep the names of an interface's
 * parameters, so the processor records them here and reads models of other libraries from it.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface Wiring {
  /** The tensors in the order of declaration, such as {@code joined(lstm, auxInput)}. */
  String[] value();
}
