package io.tenon.processor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Sources of many models, each the convolutional network of the golden files. */
final class ManyModels {
  private ManyModels() {}

  static List<Path> write(Path folder, int count) throws IOException {
    String model = Files.readString(Compiler.RESOURCES.resolve("generated/Digits/Digits.java"));
    List<Path> sources = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Path source = folder.resolve("Digits" + i + ".java");
      sources.add(
          Files.writeString(source, model.replace("interface Digits", "interface Digits" + i)));
    }
    return sources;
  }
}
