package io.tenon.optimizer;

import static java.util.Objects.requireNonNull;

import io.tenon.plan.Gradients;
import io.tenon.plan.Parameters;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * An optimizer's {@link Rule}, and what goes around it, in one pass over weights, gradients and
 * memories: blocks small enough for the nearest cache are copied to the heap, where Java's loops
 * are vectorized, and back. Clipping by a norm needs a pass over the gradients before.
 *
 * <p>As in Keras: clip, decay, update, average.
 */
final class FlatUpdater implements Updater {
  private static final int BLOCK = 1024;

  /** What the moving average is called among the memories. */
  private static final String AVERAGE = "average";

  private final Rule rule;
  private final UpdateOptions options;
  private final FloatBuffer weights;
  private final FloatBuffer gradients;
  private final List<Segments.Segment> segments;
  private final Map<String, FlatMemory> memories = new LinkedHashMap<>();
  private final FlatMemory[] ofRule;
  private final Optional<FlatMemory> average;
  private final boolean[] decays;
  private final float[] scales;
  private final float[] weightBlock = new float[BLOCK];
  private final float[] gradientBlock = new float[BLOCK];
  private final float[] averageBlock = new float[BLOCK];
  private final float[][] memoryBlocks;
  private OptionalDouble rate = OptionalDouble.empty();
  private long steps;

  FlatUpdater(Rule rule, UpdateOptions options, Parameters parameters, Gradients gradients) {
    this.rule = rule;
    this.options = options;
    long length = Math.max(1, parameters.trainableLength());
    this.weights = FlatMemory.buffer(parameters.pointer(), length);
    this.gradients = FlatMemory.buffer(gradients.pointer(), length);
    this.segments = Segments.of(parameters);
    for (String name : rule.memories()) {
      memories.put(name, new FlatMemory(length, rule.initial(name)));
    }
    this.ofRule = memories.values().toArray(FlatMemory[]::new);
    this.memoryBlocks = new float[ofRule.length][BLOCK];
    this.average = options.average().map(kept -> new FlatMemory(length, 0));
    average.ifPresent(memory -> memories.put(AVERAGE, memory));
    this.decays = new boolean[segments.size()];
    this.scales = new float[segments.size()];
    Arrays.fill(scales, 1);
    for (int i = 0; i < decays.length; i++) {
      decays[i] =
          options.weightDecay() > 0 && !options.notDecayed().contains(segments.get(i).name());
    }
  }

  @Override
  public void step() {
    double now = learningRate();
    if (options.clipping().byNorm()) {
      measureNorms();
    }
    rule.begin(now, steps + 1);
    float kept = (float) (1 - options.weightDecay() * now);
    for (int i = 0; i < scales.length; i++) {
      Segments.Segment segment = segments.get(i);
      int end = (int) (segment.offset() + segment.size());
      for (int offset = (int) segment.offset(); offset < end; offset += BLOCK) {
        update(offset, Math.min(BLOCK, end - offset), scales[i], decays[i] ? kept : 1);
      }
    }
    steps++;
  }

  private void update(int offset, int count, float scale, float kept) {
    gradients.get(offset, gradientBlock, 0, count);
    weights.get(offset, weightBlock, 0, count);
    for (int i = 0; i < ofRule.length; i++) {
      ofRule[i].read(offset, memoryBlocks[i], count);
    }
    clip(count, scale);
    if (kept != 1) {
      scale(weightBlock, kept, count);
    }
    rule.update(weightBlock, gradientBlock, memoryBlocks, count);
    if (average.isPresent()) {
      average(average.get(), options.average().orElseThrow(), offset, count);
    }
    weights.put(offset, weightBlock, 0, count);
    for (int i = 0; i < ofRule.length; i++) {
      ofRule[i].write(offset, memoryBlocks[i], count);
    }
  }

  private void clip(int count, float scale) {
    if (options.clipping().kind() == Clipping.Kind.VALUE) {
      float limit = (float) options.clipping().limit();
      for (int i = 0; i < count; i++) {
        gradientBlock[i] = Math.max(-limit, Math.min(limit, gradientBlock[i]));
      }
    } else if (scale != 1) {
      scale(gradientBlock, scale, count);
    }
  }

  private static void scale(float[] block, float factor, int count) {
    for (int i = 0; i < count; i++) {
      block[i] *= factor;
    }
  }

  /** The average after a step; the first is the weights themselves, as if seen for ever. */
  private void average(FlatMemory memory, MovingAverage kind, int offset, int count) {
    memory.read(offset, averageBlock, count);
    float kept = steps == 0 ? 0 : (float) kind.momentum();
    for (int i = 0; i < count; i++) {
      averageBlock[i] = kept * averageBlock[i] + (1 - kept) * weightBlock[i];
    }
    memory.write(offset, averageBlock, count);
    if (kind.overwrites(steps + 1)) {
      System.arraycopy(averageBlock, 0, weightBlock, 0, count);
    }
  }

  private void measureNorms() {
    Clipping clipping = options.clipping();
    double total = 0;
    for (int i = 0; i < scales.length; i++) {
      double squares = squares(segments.get(i));
      total += squares;
      scales[i] = clipping.scale(Math.sqrt(squares));
    }
    if (clipping.kind() == Clipping.Kind.GLOBAL_NORM) {
      Arrays.fill(scales, clipping.scale(Math.sqrt(total)));
    }
  }

  private double squares(Segments.Segment segment) {
    double sum = 0;
    int end = (int) (segment.offset() + segment.size());
    for (int offset = (int) segment.offset(); offset < end; offset += BLOCK) {
      int count = Math.min(BLOCK, end - offset);
      gradients.get(offset, gradientBlock, 0, count);
      for (int i = 0; i < count; i++) {
        sum += gradientBlock[i] * (double) gradientBlock[i];
      }
    }
    return sum;
  }

  @Override
  public long steps() {
    return steps;
  }

  @Override
  public double learningRate() {
    return rate.isPresent() ? rate.getAsDouble() : options.learningRate().at(steps);
  }

  @Override
  public void learningRate(double rate) {
    Require.notNegative("learningRate", rate);
    if (!(options.learningRate() instanceof ConstantRate)) {
      throw new IllegalStateException(
          "the learning rate follows %s; give the optimizer a number to set it while it trains"
              .formatted(options.learningRate()));
    }
    this.rate = OptionalDouble.of(rate);
  }

  @Override
  public void finish() {
    if (average.isPresent() && steps > 0) {
      weights.put(0, average.get().copy());
    }
  }

  @Override
  public UpdaterState state() {
    Map<String, float[]> copies = new LinkedHashMap<>();
    memories.forEach((name, memory) -> copies.put(name, memory.copy()));
    return new UpdaterState(steps, rate, copies);
  }

  @Override
  public void restore(UpdaterState state) {
    List<String> expected = new ArrayList<>(memories.keySet());
    List<String> found = new ArrayList<>(state.memories().keySet());
    if (!expected.equals(found)) {
      throw new IllegalArgumentException(
          "the state of an optimizer that remembers %s was expected, found %s"
              .formatted(expected, found));
    }
    state
        .memories()
        .forEach(
            (name, values) -> {
              if (values.length != weights.capacity()) {
                throw new IllegalArgumentException(
                    "%s of %d weights was expected, found %d: the state is another model's"
                        .formatted(name, weights.capacity(), values.length));
              }
            });
    memories.forEach((name, memory) -> memory.set(requireNonNull(state.memories().get(name))));
    steps = state.steps();
    rate = state.learningRate();
  }

  @Override
  public void close() {
    memories.values().forEach(FlatMemory::close);
  }
}
