package io.tenon.optimizer;

import io.tenon.layer.WeightSpec;
import io.tenon.plan.Parameters;
import java.util.ArrayList;
import java.util.List;

/** Where each trainable weight lies in the flat buffer; the gaps between them belong to none. */
final class Segments {
  private Segments() {}

  /** The elements of one weight. */
  record Segment(String name, long offset, long size) {}

  /** The weights in the order of their place. */
  static List<Segment> of(Parameters parameters) {
    List<WeightSpec> specs = parameters.specs().stream().filter(WeightSpec::trainable).toList();
    // Each weight begins at a multiple of a power of two. The smallest that gives the buffer's
    // length gives every place: a larger one could only move a weight by making the whole longer.
    for (long alignment = 1; alignment <= parameters.trainableLength(); alignment *= 2) {
      List<Segment> segments = new ArrayList<>();
      long offset = 0;
      for (WeightSpec spec : specs) {
        segments.add(new Segment(spec.name(), offset, spec.size()));
        offset += (spec.size() + alignment - 1) / alignment * alignment;
      }
      if (offset == parameters.trainableLength()) {
        return segments;
      }
    }
    if (specs.isEmpty()) {
      return List.of();
    }
    throw new IllegalStateException("the weights are not laid out at multiples of a power of two");
  }
}
