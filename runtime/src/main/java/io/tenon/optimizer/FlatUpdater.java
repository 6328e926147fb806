package io.tenon.optimizer;

import static java.util.Objects.requireNonNull;

import io.tenon.plan.Gradients;
import io.tenon.plan.Parameters;
import io.tenon.plan.TouchedRows;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * An optimizer's {@link Rule}, and what goes around it, in one pass over weights, gradients and
 * memories; as in Keras: clip, decay, update, average. Clipping by a norm needs a pass over the
 * gradients before. Threads share large models; no result depends on how many.
 */
final class FlatUpdater implements Updater {
  /** What the moving average is called among the memories. */
  private static final String AVERAGE = "average";

  private final Rule rule;
  private final UpdateOptions options;
  private final Parameters parameters;
  private final Gradients allGradients;
  private final Runnable settle = this::settle;
  private final List<Segments.Segment> segments;
  private final Map<String, FlatMemory> memories = new LinkedHashMap<>();
  private final BlockWorker.Shared shared;
  private final GradientNorms norms;
  private UpdateTeam team;

  /** Of how many tables the touched rows were known when the team was made. */
  private int tables;

  private boolean isLate;
  private OptionalDouble rate = OptionalDouble.empty();
  private long steps;

  FlatUpdater(Rule rule, UpdateOptions options, Parameters parameters, Gradients gradients) {
    this.rule = rule;
    this.options = options;
    this.parameters = parameters;
    this.allGradients = gradients;
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
    List<BlockWorker.Block> blocks = blocks(Set.of());
    this.norms = new GradientNorms(gradientBuffer, blocks, segments.size());
    this.team = new UpdateTeam(shared, blocks, List.of(), length);
  }

  /** Blocks of all weights but some, which are told by their place. */
  private List<BlockWorker.Block> blocks(Set<Long> without) {
    List<BlockWorker.Block> blocks = new ArrayList<>();
    for (int i = 0; i < segments.size(); i++) {
      if (without.contains(segments.get(i).offset())) {
        continue;
      }
      int end = (int) (segments.get(i).offset() + segments.get(i).size());
      for (int from = (int) segments.get(i).offset(); from < end; from += BlockWorker.BLOCK) {
        blocks.add(new BlockWorker.Block(from, Math.min(BlockWorker.BLOCK, end - from), i));
      }
    }
    return List.copyOf(blocks);
  }

  /** Tables may be updated late once the plans that train them say which rows they touch. */
  private void lookForTables() {
    Collection<TouchedRows> known = allGradients.touchedRows();
    if (known.size() == tables) {
      return;
    }
    settle();
    tables = known.size();
    if (!rule.catchesUp() || options.weightDecay() > 0 || shared.average != null) {
      return;
    }
    List<LateRows> late = new ArrayList<>();
    Set<Long> places = new HashSet<>();
    for (TouchedRows touched : known) {
      if (LateRows.serve(touched)) {
        int table = late.size();
        late.add(new LateRows(shared, touched, segmentAt(touched.offset()), steps));
        places.add(touched.offset());
        touched.beforeReading(
            rule.movesWithoutGradient() ? (rows, count) -> catchUp(table, rows, count) : null);
      }
    }
    team = new UpdateTeam(shared, blocks(places), late, parameters.trainableLength());
    parameters.neverAgain(settle);
    if (!late.isEmpty() && rule.movesWithoutGradient()) {
      parameters.beforeReading(settle);
    }
  }

  private int segmentAt(long offset) {
    for (int i = 0; i < segments.size(); i++) {
      if (segments.get(i).offset() == offset) {
        return i;
      }
    }
    throw new IllegalArgumentException("no weight lies at " + offset);
  }

  private synchronized void catchUp(int table, int[] rows, int count) {
    if (isLate) {
      team.catchUp(table, rows, count, steps);
    }
  }

  /** Makes up for all that was put off. */
  private synchronized void settle() {
    if (isLate) {
      team.catchUp(steps);
      isLate = false;
      parameters.changed();
    }
  }

  @Override
  public synchronized void step() {
    lookForTables();
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
    team.step(shared.step);
    steps++;
    isLate = tables > 0;
    parameters.changed();
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
    settle(); // who holds a weight's array sees it as it is
    if (shared.average != null && steps > 0) {
      shared.weights.put(0, shared.average.copy());
      parameters.changed();
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
  public synchronized void restore(UpdaterState state) {
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
    settle(); // the weights
    memories.forEach((name, memory) -> memory.set(requireNonNull(state.memories().get(name))));
    steps = state.steps();
    rate = state.learningRate();
    team.begin(steps);
  }

  @Override
  public void close() {
    settle();
    parameters.neverAgain(settle);
    allGradients.touchedRows().forEach(touched -> touched.beforeReading(null));
    memories.values().forEach(FlatMemory::close);
  }
}
