package io.tenon.reference;

import io.tenon.dsl.Layers;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Tables of rows for tokens, over random shapes; few words, so that tokens are repeated. */
class EmbeddingReferenceTest {
  @Property(tries = 60)
  void rowsOfATable(@ForAll long seed) {
    Draw draw = Draw.of(seed);
    int words = draw.between(1, 6);
    int width = draw.once(4) ? draw.between(30, 70) : draw.between(1, 8);
    boolean maskZero = draw.flip();
    Numbers tokens =
        new Numbers(draw.several(maskZero ? 2 : draw.between(1, 3), 1, draw.once(6) ? 24 : 5));
    Arrays.setAll(tokens.values, i -> draw.between(0, words - 1));
    Comparison.ofTokens(
            Layers.embedding(words, width).maskZero(maskZero).get(), draw.random(), tokens)
        .givesMask(maskZero ? counting(tokens) : null)
        .agreesWith(Reference.plain((read, weights) -> rows(read, weights.get(0))));
  }

  /** (words, width) -> (batch, time, width) */
  private static Numbers rows(Numbers tokens, Numbers table) {
    int width = table.size(1);
    int[] sizes = Arrays.copyOf(tokens.sizes, tokens.rank() + 1);
    sizes[tokens.rank()] = width;
    Numbers y = new Numbers(sizes);
    for (int i = 0; i < y.values.length; i++) {
      y.values[i] = table.get((int) tokens.values[i / width], i % width);
    }
    return y;
  }

  private static Numbers counting(Numbers tokens) {
    Numbers counts = new Numbers(tokens.sizes);
    Arrays.setAll(counts.values, i -> tokens.values[i] == 0 ? 0 : 1);
    return counts;
  }
}
