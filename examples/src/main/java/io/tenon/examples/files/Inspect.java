package io.tenon.examples.files;

import io.tenon.file.KerasFile;
import io.tenon.graph.Graph;
import io.tenon.graph.SummaryTable;
import io.tenon.keras.KerasFormatException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/**
 * {@code inspect FILE}: the summary of the model in any file of Keras 2 or 3, and what it was
 * compiled with; of weights alone, their names and shapes.
 */
public final class Inspect {
  private Inspect() {}

  /** Inspects the file that the argument names. */
  public static void main(String[] args) {
    int status = run(System.out, System.err, args);
    if (status != 0) {
      System.exit(status);
    }
  }

  /** Returns 0, 1 if the file cannot be read, or 2 if the arguments are wrong. */
  static int run(PrintStream out, PrintStream err, String... args) {
    if (args.length != 1) {
      err.println("usage: inspect FILE");
      err.println("FILE is a .keras, .h5, .weights.h5 or .json of Keras 2 or 3");
      return 2;
    }
    try (KerasFile file = KerasFile.open(Path.of(args[0]))) {
      if (file.hasArchitecture()) {
        Graph graph = file.graph();
        out.println(new SummaryTable(graph).text());
        file.settings(graph)
            .ifPresent(
                settings -> {
                  settings
                      .optimizer()
                      .ifPresent(optimizer -> out.println("optimizer  " + optimizer));
                  settings
                      .losses()
                      .forEach((output, loss) -> out.println("loss       " + output + ": " + loss));
                });
      } else {
        file.arrays().forEach((name, shape) -> out.println(name + "  " + shape));
      }
      return 0;
    } catch (KerasFormatException | UncheckedIOException e) {
      err.println(e.getMessage());
      return 1;
    }
  }
}
