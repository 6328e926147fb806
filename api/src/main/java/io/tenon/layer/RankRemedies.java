package io.tenon.layer;

import io.tenon.problem.LayerException;
import io.tenon.shape.Axis;
import io.tenon.shape.RankType;
import io.tenon.shape.Shape;
import io.tenon.shape.TensorType;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How to mend a tensor of another rank than a layer reads. */
final class RankRemedies {
  private static final Pattern SPATIAL = Pattern.compile("(\\w+?)[123]D(\\w*)");

  private RankRemedies() {}

  static LayerException addTo(
      LayerException refusal, RankType expected, TensorType found, String layer) {
    Optional<RankType> rank = RankType.of(found);
    Optional<String> sibling = rank.flatMap(type -> sibling(layer, type));
    if (sibling.isPresent()) {
      return refusal.remedy(
          "Use @%s, which reads %s.".formatted(sibling.get(), rank.orElseThrow().withArticle()));
    }
    if (expected == RankType.VECTOR) {
      return refusal.insert("Flatten", "@Flatten", RankType.VECTOR, "flat");
    }
    if (expected == RankType.SERIES && rank.equals(Optional.of(RankType.TOKENS))) {
      return refusal.insert(
          "Embed", "@Embedding(inputDim = 10_000, outputDim = 64)", RankType.SERIES, "embedded");
    }
    if (expected == RankType.VOLUME && rank.equals(Optional.of(RankType.IMAGE))) {
      return refusal.remedy(
          "It reads images in a series, such as  @Input(\"time %s\") Volume movie();"
              .formatted(found.shape().toDeclaration()));
    }
    Optional<String> shape = reshaped(expected, found.shape());
    return shape.isPresent()
        ? refusal.insert(
            "Reshape",
            "@Reshape({%s})".formatted(shape.get()),
            expected,
            expected.typeName().toLowerCase(Locale.ROOT))
        : refusal.remedy(
            "Bring it to the axes (%s) with @Reshape before it.".formatted(expected.axes()));
  }

  /** The layer of that kind that reads such tensors: of Conv1D and an image, Conv2D. */
  private static Optional<String> sibling(String layer, RankType rank) {
    Matcher name = SPATIAL.matcher(layer);
    if (!name.matches() || rank.rank() < 2) {
      return Optional.empty();
    }
    String sibling = name.group(1) + (rank.rank() - 1) + "D" + name.group(2);
    if (sibling.equals(layer)) {
      return Optional.empty(); // a series of images has one axis more
    }
    try {
      Class.forName(RankRemedies.class.getPackageName() + "." + sibling);
      return Optional.of(sibling);
    } catch (ClassNotFoundException e) {
      return Optional.empty();
    }
  }

  /** Sizes that hold the same elements along the axes of that rank, where these are clear. */
  private static Optional<String> reshaped(RankType expected, Shape shape) {
    List<Axis> axes = shape.axes();
    if (!shape.isKnown()) {
      return Optional.empty();
    }
    if (expected == RankType.IMAGE && axes.size() == 1) {
      return side(axes.get(0)).map("%1$d, %1$d, 1"::formatted);
    }
    if (expected.rank() == axes.size() + 1) {
      return Optional.of(sizes(axes) + ", 1");
    }
    if (expected == RankType.SERIES) {
      return Optional.of(axes.get(0) + ", " + Shape.of(axes.subList(1, axes.size())).elements());
    }
    return Optional.empty();
  }

  private static String sizes(List<Axis> axes) {
    return String.join(", ", axes.stream().map(Axis::toString).toList());
  }

  /** The side of a square of that many elements. */
  private static Optional<Long> side(Axis elements) {
    long size = elements.size().orElseThrow();
    long side = Math.round(Math.sqrt((double) size));
    return side > 1 && side * side == size ? Optional.of(side) : Optional.empty();
  }
}
