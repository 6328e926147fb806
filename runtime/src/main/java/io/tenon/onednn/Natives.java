package io.tenon.onednn;

import org.bytedeco.javacpp.Loader;
import org.nd4j.linalg.factory.Nd4j;

/** Loads the native libraries of ND4J and oneDNN. */
public final class Natives {
  private static final String ARTIFACTS =
      """
        org.nd4j:nd4j-native:1.0.0-M2.1
        org.bytedeco:dnnl:3.11-1.5.13
        org.bytedeco:javacpp:1.5.13
        org.bytedeco:openblas:0.3.19-1.5.7
        org.bytedeco:opencl:3.0-1.5.13
      """;

  private Natives() {}

  static {
    // JavaCPP warns of a library that was built for an older version of it; this one is tested.
    quieten("org.bytedeco.javacpp.logger", "slf4j");
    // ND4J logs a page about the machine.
    quieten("org.nd4j.log.initialization", "false");
    // SLF4J is silent without a backend, but says so.
    quieten("slf4j.internal.verbosity", "ERROR");
  }

  private static void quieten(String property, String value) {
    if (System.getProperty(property) == null) {
      System.setProperty(property, value);
    }
  }

  /** What must come before any library is loaded, ND4J's included; has an effect once. */
  static void prepare() {
    ClassesAhead.begin();
    LibraryPlaces.arranged();
    ShortWaits.arranged();
  }

  /**
   * Loads what has not been loaded yet.
   *
   * @throws NativesMissingException if a library of this platform is missing, with what to add
   */
  public static void load() {
    prepare();
    try {
      Class.forName("org.bytedeco.dnnl.global.dnnl");
      Nd4j.getBackend();
    } catch (ClassNotFoundException | LinkageError | RuntimeException e) {
      throw missing(Loader.getPlatform(), e);
    }
  }

  static NativesMissingException missing(String platform, Throwable cause) {
    return new NativesMissingException(
        """
        the native libraries for %s are missing. They come with tenon-runtime where Maven runs on \
        this platform; elsewhere add -Dtenon.platform=%s, or these with classifier "%s":
        %s"""
            .formatted(platform, platform, platform, ARTIFACTS),
        cause);
  }
}
