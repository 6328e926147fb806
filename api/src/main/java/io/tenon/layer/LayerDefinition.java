package io.tenon.layer;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes an annotation a layer and names its {@link LayerSpec}: a record whose components carry the
 * names of the annotation's members, in any order. A member called {@code value} stands for the
 * first component. Arrays become lists, and nested annotations their own {@code Spec}; where that
 * has a factory {@code of} for the first component, it has {@code withName} for each of the others.
 * What a wrapper wraps is its first component, a {@link LayerSpec}, for which there is no member.
 *
 * <p>A layer of one's own is an annotation with this, in a module that is compiled before the
 * models and stands on the annotation processor path; a {@code KernelFactory} of the runtime, found
 * by {@link java.util.ServiceLoader}, runs it.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.ANNOTATION_TYPE)
public @interface LayerDefinition {
  /** The record that holds the parameters and the rules. */
  Class<? extends LayerSpec> value();
}
