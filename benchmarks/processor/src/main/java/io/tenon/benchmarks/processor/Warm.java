package io.tenon.benchmarks.processor;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * A compiler that has run for a while, as a build daemon's: milliseconds a model, of 50 at once.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 6, time = 2)
@Measurement(iterations = 6, time = 1)
public class Warm {
  static final int MODELS = 50;

  private final InProcessCompiler compiler = new InProcessCompiler();
  private final List<TextSource> models = Models.sources(MODELS);
  private final List<TextSource> classes = WrittenClasses.of(models);

  /** The models alone. */
  @Benchmark
  @OperationsPerInvocation(MODELS)
  public void withoutProcessor() {
    compiler.withoutProcessor(models);
  }

  /**
   * The models, and without any processor the classes that Tenon writes for them: somebody has to.
   */
  @Benchmark
  @OperationsPerInvocation(MODELS)
  public void writtenByHand() {
    compiler.writtenByHand(models, classes);
  }

  /** The models alone, with a processor that does nothing. */
  @Benchmark
  @OperationsPerInvocation(MODELS)
  public void idleProcessor() {
    compiler.idleProcessor(models);
  }

  /** The models and the classes, which a processor copies. */
  @Benchmark
  @OperationsPerInvocation(MODELS)
  public void copyingProcessor() {
    compiler.copyingProcessor(models, classes);
  }

  /** The models and the classes that Tenon's processor writes. */
  @Benchmark
  @OperationsPerInvocation(MODELS)
  public void withProcessor() {
    compiler.withProcessor(models);
  }

  /** What Tenon's processor does, without compiling what it writes. */
  @Benchmark
  @OperationsPerInvocation(MODELS)
  public void processorAlone() {
    compiler.processorAlone(models);
  }
}
