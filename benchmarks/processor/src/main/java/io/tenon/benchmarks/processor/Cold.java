package io.tenon.benchmarks.processor;

import java.util.List;
import java.util.concurrent.TimeUnit;
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
  private final List<TextSource> models = Models.sources(1);
  private final List<TextSource> classes = WrittenClasses.of(models);

  /** The model alone. */
  @Benchmark
  public void withoutProcessor() {
    compiler.withoutProcessor(models);
  }

  /** The model, and without any processor the class that Tenon writes for it: somebody has to. */
  @Benchmark
  public void writtenByHand() {
    compiler.writtenByHand(models, classes);
  }

  /** The model alone, with a processor that does nothing. */
  @Benchmark
  public void idleProcessor() {
    compiler.idleProcessor(models);
  }

  /** The model and the class, which a processor copies. */
  @Benchmark
  public void copyingProcessor() {
    compiler.copyingProcessor(models, classes);
  }

  /** The model and the class that Tenon's processor writes. */
  @Benchmark
  public void withProcessor() {
    compiler.withProcessor(models);
  }

  /** What Tenon's processor does, without compiling what it writes. */
  @Benchmark
  public void processorAlone() {
    compiler.processorAlone(models);
  }
}
