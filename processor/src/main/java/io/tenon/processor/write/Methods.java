package io.tenon.processor.write;

import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import javax.lang.model.element.Modifier;

/** The beginnings of generated methods. */
final class Methods {
  private Methods() {}

  static MethodSpec.Builder instance(String name, TypeName returned, String javadoc) {
    return MethodSpec.methodBuilder(name)
        .addJavadoc("$L", javadoc)
        .addModifiers(Modifier.PUBLIC)
        .returns(returned);
  }

  static MethodSpec.Builder constant(String name, TypeName returned, String javadoc) {
    return instance(name, returned, javadoc).addModifiers(Modifier.STATIC);
  }
}
