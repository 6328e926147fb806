package io.tenon.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;

/**
 * A process that measures one system: it does what standard input says, one line each, and answers
 * on standard output. Lines without {@link #MARK} are a library's own.
 */
public final class Worker {
  /** What every answer begins with. */
  public static final String MARK = "@ ";

  private final Contender contender;
  private final PrintStream out = System.out;
  private @Nullable Session session;

  private Worker(Contender contender) {
    this.contender = contender;
  }

  /** Serves until standard input ends. */
  public static void run(Contender contender) throws IOException {
    Worker worker = new Worker(contender);
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    worker.answer(contender.version());
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      worker.answer(worker.obey(line.split(" ")));
    }
    worker.close();
  }

  private void answer(String text) {
    out.println(MARK + text);
    out.flush();
  }

  private String obey(String[] words) {
    return switch (words[0]) {
      case "open" -> open(Workload.valueOf(words[1]), Purpose.valueOf(words[2]));
      case "losses" -> text(Arrays.stream(session().losses(Integer.parseInt(words[1]))));
      case "predictions" -> predictions(Integer.parseInt(words[1]));
      case "train" -> measure(Double.parseDouble(words[1]), session()::train);
      case "predict" ->
          measure(
              Double.parseDouble(words[2]),
              watch -> session().predict(Integer.parseInt(words[1]), watch));
      default -> throw new IllegalArgumentException(words[0]);
    };
  }

  private String open(Workload workload, Purpose purpose) {
    close();
    session = contender.open(workload, purpose);
    return "ready";
  }

  private String predictions(int count) {
    float[] values = session().predictions(count);
    return text(DoubleStream.iterate(0, i -> i + 1).limit(values.length).map(i -> values[(int) i]));
  }

  private static String text(DoubleStream values) {
    return values.mapToObj(Double::toString).collect(Collectors.joining(" "));
  }

  private static String measure(double seconds, Consumer<Stopwatch> work) {
    ForeignLoad[] load = new ForeignLoad[1];
    Stopwatch watch = new Stopwatch(seconds).whenSettled(() -> load[0] = new ForeignLoad());
    work.accept(watch);
    return String.format(
        Locale.ROOT, "%d %.9f %.4f", watch.steps(), watch.seconds(), load[0].share());
  }

  private Session session() {
    if (session == null) {
      throw new IllegalStateException("nothing is open");
    }
    return session;
  }

  private void close() {
    if (session != null) {
      session.close();
      session = null;
    }
  }
}
