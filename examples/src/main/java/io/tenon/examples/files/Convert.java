package io.tenon.examples.files;

import io.tenon.file.KerasFile;
import io.tenon.file.KerasFormat;
import io.tenon.file.KerasJson;
import io.tenon.keras.KerasFormatException;
import io.tenon.network.Network;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/**
 * {@code convert IN [WEIGHTS] OUT}: writes a model in the format that the name of OUT asks for:
 * {@code .keras}, {@code .h5}, {@code .weights.h5} or {@code .json}. WEIGHTS are those of an
 * architecture that stands alone in IN.
 */
public final class Convert {
  private Convert() {}

  /** Converts the file that the first argument names. */
  public static void main(String[] args) {
    int status = run(System.err, args);
    if (status != 0) {
      System.exit(status);
    }
  }

  /** Returns 0, 1 if a file cannot be read or written, or 2 if the arguments are wrong. */
  static int run(PrintStream err, String... args) {
    if (args.length < 2 || args.length > 3) {
      err.println("usage: convert IN [WEIGHTS] OUT");
      err.println("OUT ends with .keras, .h5, .weights.h5 or .json");
      return 2;
    }
    try {
      Path out = Path.of(args[args.length - 1]);
      KerasFormat format = KerasFormat.of(out);
      Path in = Path.of(args[0]);
      if (format == KerasFormat.JSON) {
        KerasJson.write(out, KerasFile.architecture(in));
        return 0;
      }
      try (Network network =
          args.length == 3
              ? Network.builder(KerasFile.architecture(in)).build()
              : Network.load(in)) {
        if (args.length == 3) {
          network.loadWeights(Path.of(args[1]));
        }
        if (format == KerasFormat.WEIGHTS_H5) {
          network.saveWeights(out);
        } else {
          network.save(out);
        }
      }
      return 0;
    } catch (KerasFormatException | UncheckedIOException e) {
      err.println(e.getMessage());
      return 1;
    } catch (IllegalArgumentException e) {
      err.println(e.getMessage());
      return 2;
    }
  }
}
