package io.tenon.benchmarks.processor;

import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.tools.JavaFileObject;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The first compilation of a JVM, of one model: milliseconds, each in a JVM of its own. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(8)
@Warmup(iterations = 0)
@Measurement(iterations = 1)
public class Cold {
  private final InProcessCompiler compiler = new InProcessCompiler();
  private final List<JavaFileObject> models = Models.sources(1);

  /** The model alone. */
  @Benchmark
  public void withoutProcessor() {
    compiler.withoutProcessor(models);
  }

  /** The model and the class written for it. */
  @Benchmark
  public void withProcessor() {
    compiler.withProcessor(models);
  }

  /** What the processor does, without compiling what it writes. */
  @Benchmark
  public void processorAlone() {
    compiler.processorAlone(models);
  }
}
