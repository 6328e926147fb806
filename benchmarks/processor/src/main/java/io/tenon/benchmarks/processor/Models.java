package io.tenon.benchmarks.processor;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Sources of many models: a few networks of different kinds, again and again under other names. */
final class Models {
  private static final List<String> KINDS = List.of("Cnn", "Mlp", "News", "Reviews", "TweetPair");

  private Models() {}

  static List<TextSource> sources(int count) {
    List<TextSource> sources = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String kind = KINDS.get(i % KINDS.size());
      String text = read(kind + ".java.txt").replace("interface " + kind, "interface " + kind + i);
      sources.add(new TextSource("example." + kind + i, text));
    }
    return sources;
  }

  private static String read(String name) {
    try (InputStream in = Objects.requireNonNull(Models.class.getResourceAsStream(name), name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
