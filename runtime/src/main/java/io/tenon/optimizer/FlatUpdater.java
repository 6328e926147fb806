package io.tenon.optimizer;

import static java.util.Objects.requireNonNull;

import io.tenon.plan.Gradients;
import io.tenon.plan.Parameters;
import io.tenon.plan.TouchedRows;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.ForkJoinPool;

/**
 * An optimizer's {@link Rule}, and what goes around it, in one pass over weights, gradients and
 * memories; as in Keras: clip, decay, update, average. Clipping by a norm needs a pass over the
 * gradients before. Threads share the blocks of large models; no result depends on how many.
 */
final class FlatUpdater implements Updater {
  /** What the moving average is called among the memories. */
  private static final String AVERAGE = "average";

  /** Below so many weights, waking a thread takes longer than it saves. */
  private static final long WORTH_A_THREAD = 1 << 17;

  private final UpdateOptions options;
  private final List<Segments.Segment> segments;
  private final Map<String, FlatMemory> memories = new LinkedHashMap<>();
  private final BlockWorker.Shared shared;
  private final GradientNorms norms;
  private final Gradients gradients;
  private final List<BlockWorker.Block> blocks;
  private final boolean rests;
  private List<Table> tables = List.of();
  private BlockWorker[] workers;
  private OptionalDouble rate = OptionalDouble.empty();
  private long steps;

  FlatUpdater(Rule rule, UpdateOptions options, Parameters parameters, Gradients gradients) {
    this.options = options;
    this.segments = Segments.of(parameters);
    long length = Math.max(1, parameters.trainableLength());
    FloatBuffer gradientBuffer = FlatMemory.buffer(gradients.pointer(), length);
    for (String name : rule.memories()) {
      memories.put(name, new FlatMemory(length, rule.initial(name)));
    }
    FlatMemory[] ofRule = memories.values().toArray(FlatMemory[]::new);
    options.average().ifPresent(kept -> memories.put(AVERAGE, new FlatMemory(length, 0)));
    this.shared =
        new BlockWorker.Shared(
            rule,
            options,
            FlatMemory.buffer(parameters.pointer(), length),
            gradientBuffer,
            ofRule,
            memories.get(AVERAGE),
            segments.size());
    Arrays.fill(shared.scales, 1);
    this.gradients = gradients;
    this.blocks = blocks();
    this.rests = rule.rests() && options.weightDecay() == 0 && shared.average == null;
    this.norms = new GradientNorms(gradientBuffer, blocks, segments.size());
    this.workers = workers();
  }

  private List<BlockWorker.Block> blocks() {
    List<BlockWorker.Block> blocks = new ArrayList<>();
    for (int i = 0; i < segments.size(); i++) {
      int end = (int) (segments.get(i).offset() + segments.get(i).size());
      for (int from = (int) segments.get(i).offset(); from < end; from += BlockWorker.BLOCK) {
        blocks.add(new BlockWorker.Block(from, Math.min(BlockWorker.BLOCK, end - from), i));
      }
    }
    return List.copyOf(blocks);
  }

  private BlockWorker[] workers() {
    List<BlockWorker.Block> whole =
        blocks.stream()
            .filter(block -> tables.stream().noneMatch(table -> table.is(block.segment())))
            .toList();
    int most = Math.min(ForkJoinPool.commonPool().getParallelism() + 1, blocks.size());
    int count = (int) Math.max(1, Math.min(most, shared.weights.capacity() / WORTH_A_THREAD));
    BlockWorker[] made = new BlockWorker[count];
    for (int i = 0; i < count; i++) {
      int from = (int) ((long) whole.size() * i / count);
      int to = (int) ((long) whole.size() * (i + 1) / count);
      made[i] = new BlockWorker(shared, whole.subList(from, to), tables, i, count);
    }
    return made;
  }

  /** Plans that are made later tell which rows of a gradient are not 0. */
  private void findTables() {
    Collection<TouchedRows> known = gradients.touchedRows();
    if (!rests || known.size() == tables.size()) {
      return;
    }
    settle();
    List<Table> found = new ArrayList<>();
    for (int i = 0; i < segments.size(); i++) {
      for (TouchedRows rows : known) {
        if (rows.offset() == segments.get(i).offset()) {
          found.add(new Table(rows, i, steps));
        }
      }
    }
    tables = List.copyOf(found);
    workers = workers();
  }

  /** Brings all memories to where they would be if every step went through all weights. */
  private void settle() {
    tables.forEach(table -> table.settle(workers[0], steps));
  }

  @Override
  public void step() {
    findTables();
    double now = learningRate();
    if (options.clipping().byNorm()) {
      norms.scales(options.clipping(), shared.scales);
    }
    for (int i = 0; i < shared.kept.length; i++) {
      boolean decays = !options.notDecayed().contains(segments.get(i).name());
      shared.kept[i] = decays ? (float) (1 - options.weightDecay() * now) : 1;
    }
    shared.step = steps + 1;
    shared.rule.begin(now, shared.step);
    for (int i = 1; i < workers.length; i++) {
      workers[i].reinitialize();
      workers[i].fork();
    }
    workers[0].compute();
    for (int i = 1; i < workers.length; i++) {
      workers[i].join();
    }
    steps++;
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
    if (shared.average != null && steps > 0) {
      shared.weights.put(0, shared.average.copy());
    }
  }

  @Override
  public UpdaterState state() {
    settle();
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
    int length = shared.weights.capacity();
    for (Map.Entry<String, float[]> memory : state.memories().entrySet()) {
      if (memory.getValue().length != length) {
        throw new IllegalArgumentException(
            "%s of %d places was expected, found %d: the state is another model's"
                .formatted(memory.getKey(), length, memory.getValue().length));
      }
    }
    memories.forEach((name, memory) -> memory.set(requireNonNull(state.memories().get(name))));
    steps = state.steps();
    rate = state.learningRate();
    tables.forEach(table -> table.begin(steps));
  }

  @Override
  public void close() {
    memories.values().forEach(FlatMemory::close);
  }
}
