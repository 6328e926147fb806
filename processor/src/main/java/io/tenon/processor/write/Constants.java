package io.tenon.processor.write;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.JavaFile;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Static members named in a generated file: by their own name through a static import where that is
 * clear, else with their class. A name is clear unless another class has a member of it too, or the
 * generated class hides it with a method of its own.
 */
final class Constants {
  private final Map<String, Set<ClassName>> owners = new TreeMap<>();
  private final Set<String> hidden = new HashSet<>();

  /** Hides a name that the generated class uses itself. */
  void hide(String name) {
    hidden.add(name);
  }

  /** A use of a static member. Whether it is imported is settled when the file is made. */
  CodeBlock use(ClassName owner, String name) {
    owners.computeIfAbsent(name, key -> new TreeSet<>()).add(owner);
    // JavaPoet drops the class of an imported member only if the name stands in the format itself.
    return CodeBlock.of("$T." + name.replace("$", "$$"), owner);
  }

  /** A use of an enum's constant. */
  CodeBlock use(Enum<?> constant) {
    return use(ClassName.get(constant.getDeclaringClass()), constant.name());
  }

  /** Adds the imports to the file whose code has been written. */
  void importInto(JavaFile.Builder file) {
    for (Map.Entry<String, Set<ClassName>> owner : owners.entrySet()) {
      if (owner.getValue().size() == 1 && !hidden.contains(owner.getKey())) {
        file.addStaticImport(owner.getValue().iterator().next(), owner.getKey());
      }
    }
  }
}
