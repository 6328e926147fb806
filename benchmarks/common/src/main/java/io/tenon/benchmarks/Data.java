package io.tenon.benchmarks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * The samples of a workload, the same in every process: noise, since speed does not depend on what
 * they mean.
 */
public final class Data {
  private static final long SEED = 20_260_101;

  private final Workload workload;
  private final List<float[]> floats = new ArrayList<>();
  private final List<int[]> tokens = new ArrayList<>();
  private final List<int[]> labels = new ArrayList<>();

  private Data(Workload workload) {
    this.workload = workload;
    SplittableRandom random = new SplittableRandom(SEED + workload.name().hashCode());
    int samples = workload.samples();
    for (InputShape input : workload.inputs()) {
      int count = samples * input.size();
      floats.add(input.isTokens() ? new float[0] : floats(random, count));
      tokens.add(
          input.isTokens() ? random.ints(count, 0, input.vocabulary()).toArray() : new int[0]);
    }
    for (LabelShape label : workload.labels()) {
      labels.add(random.ints(samples, 0, Math.max(2, label.classes())).toArray());
    }
  }

  /** The samples of that workload. */
  public static Data of(Workload workload) {
    return new Data(workload);
  }

  private static float[] floats(SplittableRandom random, int count) {
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = (float) random.nextDouble();
    }
    return values;
  }

  /** Samples of an input of floats, one after the other, each in row-major order. */
  public float[] floats(int input, int from, int count) {
    int size = workload.inputs().get(input).size();
    return Arrays.copyOfRange(floats.get(input), from * size, (from + count) * size);
  }

  /** Samples of an input of tokens, one after the other. */
  public int[] tokens(int input, int from, int count) {
    int size = workload.inputs().get(input).size();
    return Arrays.copyOfRange(tokens.get(input), from * size, (from + count) * size);
  }

  /** Class numbers, one for each sample. */
  public int[] classes(int output, int from, int count) {
    return Arrays.copyOfRange(labels.get(output), from, from + count);
  }

  /** The same as rows of zeros with a one. */
  public float[] oneHot(int output, int from, int count) {
    int classes = workload.labels().get(output).classes();
    float[] rows = new float[count * classes];
    for (int i = 0; i < count; i++) {
      rows[i * classes + labels.get(output)[from + i]] = 1;
    }
    return rows;
  }

  /** Labels that are 0 or 1, one for each sample. */
  public float[] binary(int output, int from, int count) {
    int[] numbers = labels.get(output);
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = numbers[from + i];
    }
    return values;
  }
}
