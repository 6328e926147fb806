package io.tenon.benchmarks.driver;

import io.tenon.benchmarks.Purpose;
import io.tenon.benchmarks.Workload;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * All systems on one workload: each in a process of its own, which sleeps while another is
 * measured, block by block in turn, so that whatever the machine does besides meets all alike.
 */
final class Race implements AutoCloseable {
  private final Path benchmarks;
  private final Workload workload;
  private final Map<Contestant, WorkerProcess> workers = new LinkedHashMap<>();
  private final Map<Contestant, String> versions = new LinkedHashMap<>();
  private final List<String> failures = new ArrayList<>();

  Race(Path benchmarks, Workload workload) {
    this.benchmarks = benchmarks;
    this.workload = workload;
  }

  /** Starts the processes, all at once. */
  void start(Iterable<Contestant> systems) throws IOException {
    for (Contestant system : systems) {
      if (!system.isIn(workload)) {
        continue;
      }
      workers.put(
          system,
          WorkerProcess.start(
              benchmarks.resolve(system.module()),
              system.mainClass(),
              system.environment(workload),
              system.options(),
              List.of(),
              benchmarks.resolve("target/logs/" + workload + "-" + system.id() + ".log")));
    }
    each(worker -> worker.answer()).forEach(versions::put);
  }

  /** Compares with Tenon; a system that differs is out. */
  void compare() {
    Map<Contestant, Agreement> found = new LinkedHashMap<>();
    each(worker -> worker.ask("open " + workload + " " + Purpose.AGREEMENT));
    Map<Contestant, String> predictions =
        each(worker -> worker.ask("predictions " + Agreement.SAMPLES));
    Map<Contestant, String> losses =
        each(Contestant::trains, worker -> worker.ask("losses " + Agreement.STEPS));
    predictions.forEach(
        (system, text) ->
            found.put(system, Agreement.parse(losses.getOrDefault(system, ""), text)));
    Agreement expected = found.get(Contestant.TENON);
    found.forEach((system, agreement) -> tell(system, agreement, expected));
  }

  private void tell(Contestant system, Agreement found, @Nullable Agreement expected) {
    String verdict = "";
    if (expected != null && system != Contestant.TENON) {
      verdict =
          String.format(Locale.ROOT, "  off by %.2f %%", 100 * found.differenceFrom(expected));
      if (!found.agreesWith(expected)) {
        verdict += ": DISAGREES";
        fail(system, "losses or predictions differ from Tenon's");
      }
    }
    System.out.printf("  first losses  %-10s %s%s%n", system.id(), found.text(), verdict);
  }

  /** Makes the models that are measured. */
  void prepare() {
    each(worker -> worker.ask("open " + workload + " " + Purpose.SPEED));
  }

  /** Measures training. */
  List<Result> train(Effort effort) {
    each(Contestant::trains, worker -> worker.ask("train " + effort.warmup()));
    Map<Contestant, Blocks> blocks =
        measure(Contestant::trains, "train " + effort.trainingBlock(), effort);
    List<Result> results = new ArrayList<>();
    blocks.forEach(
        (system, series) -> {
          double seconds = series.secondsPerStep();
          results.add(
              result(
                  workload.name(),
                  system,
                  workload.batchSize() / seconds,
                  seconds,
                  workload.trainingOperations(),
                  series));
        });
    return results;
  }

  /** Measures prediction: of one sample, and of many at once. */
  List<Result> predict(Effort effort) {
    Map<Contestant, Blocks> single = predictions(1, effort);
    Map<Contestant, Blocks> many = predictions(Workload.PREDICTION_BATCH, effort);
    List<Result> results = new ArrayList<>();
    many.forEach(
        (system, series) -> {
          Blocks alone = single.get(system);
          if (alone != null) {
            results.add(
                result(
                    workload.prediction(),
                    system,
                    Workload.PREDICTION_BATCH / series.secondsPerStep(),
                    alone.secondsPerStep(),
                    workload.predictionOperations(),
                    series));
          }
        });
    return results;
  }

  private Map<Contestant, Blocks> predictions(int count, Effort effort) {
    String command = "predict " + count + " ";
    each(worker -> worker.ask(command + effort.warmup() / 2));
    return measure(system -> true, command + effort.predictionBlock(), effort);
  }

  private Result result(
      String line,
      Contestant system,
      double samplesPerSecond,
      double latency,
      long operations,
      Blocks blocks) {
    return new Result(
        line,
        system,
        versions.getOrDefault(system, ""),
        samplesPerSecond,
        latency * 1e6,
        samplesPerSecond * operations,
        blocks.spread(),
        blocks.isDoubtful());
  }

  /** Block by block in turn, and again those that others disturbed. */
  private Map<Contestant, Blocks> measure(
      Predicate<Contestant> which, String command, Effort effort) {
    Map<Contestant, Blocks> blocks = new LinkedHashMap<>();
    for (int i = 0; i < effort.attempts(); i++) {
      each(
          which,
          (system, worker) -> {
            Blocks some = blocks.computeIfAbsent(system, key -> new Blocks());
            if (some.undisturbed() < effort.blocks()) {
              some.add(Block.parse(worker.ask(command)));
            }
            return "";
          });
    }
    blocks.keySet().retainAll(workers.keySet());
    return blocks;
  }

  private Map<Contestant, String> each(Conversation conversation) {
    return each(system -> true, conversation);
  }

  private Map<Contestant, String> each(Predicate<Contestant> which, Conversation conversation) {
    return each(which, (system, worker) -> conversation.with(worker));
  }

  /** A process that fails is out, and the others go on. */
  private Map<Contestant, String> each(
      Predicate<Contestant> which, NamedConversation conversation) {
    Map<Contestant, String> results = new LinkedHashMap<>();
    for (Map.Entry<Contestant, WorkerProcess> entry : List.copyOf(workers.entrySet())) {
      if (!which.test(entry.getKey())) {
        continue;
      }
      try {
        results.put(entry.getKey(), conversation.with(entry.getKey(), entry.getValue()));
      } catch (IOException e) {
        fail(entry.getKey(), String.valueOf(e.getMessage()));
      }
    }
    return results;
  }

  private void fail(Contestant system, String reason) {
    failures.add(workload + " " + system.id() + ": " + reason);
    WorkerProcess worker = workers.remove(system);
    try {
      if (worker != null) {
        worker.close();
      }
    } catch (IOException e) {
      failures.add(workload + " " + system.id() + ": " + e.getMessage());
    }
  }

  /** What went wrong, if anything. */
  List<String> failures() {
    return failures;
  }

  @Override
  public void close() throws IOException {
    for (WorkerProcess worker : workers.values()) {
      worker.close();
    }
  }

  private interface Conversation {
    String with(WorkerProcess worker) throws IOException;
  }

  private interface NamedConversation {
    String with(Contestant system, WorkerProcess worker) throws IOException;
  }
}
