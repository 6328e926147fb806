package io.tenon.benchmarks.processor;

import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.tools.JavaFileObject;
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
  private static final int MODELS = 50;

  private final InProcessCompiler compiler = new InProcessCompiler();
  private final List<JavaFileObject> models = Models.sources(MODELS);

  /** The models alone. */
  @Benchmark
  @OperationsPerInvocation(MODELS)
  public void withoutProcessor() {
    compiler.withoutProcessor(models);
  }

  /** The models and the classes written for them. */
  @Benchmark
  @OperationsPerInvocation(MODELS)
  public void withProcessor() {
    compiler.withProcessor(models);
  }

  /** What the processor does, without compiling what it writes. */
  @Benchmark
  @OperationsPerInvocation(MODELS)
  public void processorAlone() {
    compiler.processorAlone(models);
  }
}
