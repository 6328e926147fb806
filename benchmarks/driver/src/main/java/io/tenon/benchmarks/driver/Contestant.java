package io.tenon.benchmarks.driver;

import io.tenon.benchmarks.Workload;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A system, and the settings with which it was found to be fastest. */
@SuppressWarnings("ImmutableEnumChecker") // its lists and maps are not changed
enum Contestant {
  /** With no settings at all. */
  TENON("tenon", "tenon", "tenon.TenonWorker", Map.of(), List.of()),
  /**
   * OpenBLAS has threads of its own beside OpenMP's, which get into each other's way; and a malloc
   * that gives pages back to the system costs more than many an operation.
   */
  LIBTORCH(
      "libtorch",
      "libtorch",
      "libtorch.LibtorchWorker",
      with(Settings.KEEPING_PAGES, "OPENBLAS_NUM_THREADS", "1"),
      List.of()),
  /** Its sessions are told of their threads when they are made. */
  TENSORFLOW(
      "tensorflow",
      "tensorflow",
      "tensorflow.TensorFlowWorker",
      with(Settings.KEEPING_PAGES, "TF_CPP_MIN_LOG_LEVEL", "2"),
      List.of()),
  /**
   * Its OpenBLAS does not know newer processors and has to be told of one that it knows, and
   * JavaCPP's bookkeeping of memory costs it half of its latency.
   */
  DL4J(
      "dl4j",
      "deeplearning4j",
      "deeplearning4j.Deeplearning4jWorker",
      Map.of("OMP_WAIT_POLICY", "passive", "OPENBLAS_CORETYPE", "SkylakeX"),
      List.of(
          "-Dorg.bytedeco.javacpp.maxphysicalbytes=0", "-Dorg.bytedeco.javacpp.nopointergc=true")),
  /** Predicts and does not train. */
  ONNXRUNTIME("onnxruntime", "onnxruntime", "onnxruntime.OnnxWorker", Map.of(), List.of());

  /** Threads of each system. */
  static final int THREADS = 2;

  private final String id;
  private final String module;
  private final String mainClass;
  private final Map<String, String> environment;
  private final List<String> options;

  Contestant(
      String id,
      String module,
      String mainClass,
      Map<String, String> environment,
      List<String> options) {
    this.id = id;
    this.module = module;
    this.mainClass = mainClass;
    this.environment = environment;
    this.options = options;
  }

  private static Map<String, String> with(Map<String, String> some, String name, String value) {
    Map<String, String> all = new TreeMap<>(some);
    all.put(name, value);
    return all;
  }

  static Contestant named(String id) {
    return Arrays.stream(values())
        .filter(contestant -> contestant.id.equals(id))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(id + "? " + Options.USAGE));
  }

  /** Its name in the results. */
  String id() {
    return id;
  }

  /** The module that holds it. */
  String module() {
    return module;
  }

  /** What it starts with. */
  String mainClass() {
    return "io.tenon.benchmarks." + mainClass;
  }

  /** Whether it can train, or only predict. */
  boolean trains() {
    return this != ONNXRUNTIME;
  }

  /** Whether it does anything that is measured with that workload. */
  boolean isIn(Workload workload) {
    return trains() || !workload.prediction().isEmpty();
  }

  /** Environment variables of its process. */
  Map<String, String> environment(Workload workload) {
    return with(environment, "OMP_NUM_THREADS", String.valueOf(threads(workload)));
  }

  /** Options of its JVM. */
  List<String> options() {
    return options;
  }

  /** Deeplearning4j's LSTM is faster on one thread. */
  private int threads(Workload workload) {
    boolean recurrent = workload == Workload.W3 || workload == Workload.W4;
    return this == DL4J && recurrent ? 1 : THREADS;
  }

  /** Here, since an enum's own constants cannot be read while its values are made. */
  private static final class Settings {
    /** glibc's malloc keeps what was freed. */
    static final Map<String, String> KEEPING_PAGES =
        Map.of(
            "MALLOC_TOP_PAD_", "268435456",
            "MALLOC_TRIM_THRESHOLD_", "4294967296",
            "MALLOC_MMAP_THRESHOLD_", "4294967296");
  }
}
