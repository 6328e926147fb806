package io.tenon.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Arrays by the names of a model's inputs and outputs; the first axis of each counts the samples.
 *
 * <pre>{@code
 * Samples.builder().input("image", images).label("digit", digits).build()
 * }</pre>
 */
public final class Samples implements SampleArrays {
  private final Map<String, INDArray> inputs;
  private final Map<String, INDArray> labels;
  private final Map<String, INDArray> weights;

  private Samples(Builder builder) {
    this.inputs = Collections.unmodifiableMap(new LinkedHashMap<>(builder.inputs));
    this.labels = Collections.unmodifiableMap(new LinkedHashMap<>(builder.labels));
    this.weights = Collections.unmodifiableMap(new LinkedHashMap<>(builder.weights));
  }

  /** Begins with no arrays. */
  public static Builder builder() {
    return new Builder();
  }

  /** These. */
  @Override
  public Samples arrays() {
    return this;
  }

  /** The arrays to read, by the names of inputs. */
  public Map<String, INDArray> inputs() {
    return inputs;
  }

  /** The arrays to learn, by the names of outputs. */
  public Map<String, INDArray> labels() {
    return labels;
  }

  /**
   * How much each sample counts in the loss, by the names of outputs; those of the empty name count
   * for all that are not named.
   */
  public Map<String, INDArray> weights() {
    return weights;
  }

  /**
   * The number of samples.
   *
   * @throws DataException if the arrays do not agree on it, or there are none
   */
  public int count() {
    long count = -1;
    for (Map<String, INDArray> arrays : List.of(inputs, labels, weights)) {
      for (Map.Entry<String, INDArray> entry : arrays.entrySet()) {
        long found = entry.getValue().size(0);
        if (count >= 0 && found != count) {
          throw new DataException(
              "%s has %d samples, but the arrays before it have %d; every array needs as many"
                  .formatted(entry.getKey(), found, count));
        }
        count = found;
      }
    }
    if (count < 0) {
      throw new DataException("there are no arrays");
    }
    return Math.toIntExact(count);
  }

  /** The samples from one index up to another, sharing memory with these. */
  public Samples range(int from, int to) {
    Builder rows = builder();
    inputs.forEach((name, array) -> rows.input(name, RowRange.of(array, from, to)));
    labels.forEach((name, array) -> rows.label(name, RowRange.of(array, from, to)));
    weights.forEach((name, array) -> rows.sampleWeights(name, RowRange.of(array, from, to)));
    return rows.build();
  }

  /**
   * Samples one after the other, copied.
   *
   * @throws DataException if the list is empty, or not all have the same arrays, but for the number
   *     of samples
   */
  public static Samples concatenate(List<Samples> parts) {
    if (parts.isEmpty()) {
      throw new DataException("there are no samples to put together");
    }
    Builder all = builder();
    for (String name : parts.get(0).inputs.keySet()) {
      all.input(name, concatenate(name, parts.stream().map(part -> part.inputs.get(name))));
    }
    for (String name : parts.get(0).labels.keySet()) {
      all.label(name, concatenate(name, parts.stream().map(part -> part.labels.get(name))));
    }
    for (String name : parts.get(0).weights.keySet()) {
      all.sampleWeights(
          name, concatenate(name, parts.stream().map(part -> part.weights.get(name))));
    }
    return all.build();
  }

  private static INDArray concatenate(String name, Stream<@Nullable INDArray> parts) {
    List<INDArray> arrays = new ArrayList<>();
    parts.forEach(
        part -> {
          if (part == null) {
            throw new DataException(name + " is missing in some of the samples");
          }
          if (!arrays.isEmpty() && !sameButForCount(arrays.get(0), part)) {
            throw new DataException(
                "%s has shape %s in one sample and %s in another; give all the same shape"
                    .formatted(
                        name,
                        Arrays.toString(arrays.get(0).shape()),
                        Arrays.toString(part.shape())));
          }
          arrays.add(part);
        });
    return arrays.size() == 1
        ? arrays.get(0).dup('c')
        : Nd4j.concat(0, arrays.toArray(INDArray[]::new));
  }

  private static boolean sameButForCount(INDArray one, INDArray other) {
    long[] shape = one.shape().clone();
    shape[0] = other.size(0);
    return Arrays.equals(shape, other.shape());
  }

  /** Gathers {@link Samples}. */
  public static final class Builder {
    private final Map<String, INDArray> inputs = new LinkedHashMap<>();
    private final Map<String, INDArray> labels = new LinkedHashMap<>();
    private final Map<String, INDArray> weights = new LinkedHashMap<>();

    private Builder() {}

    /** Adds what an input reads: (samples, the input's shape). */
    public Builder input(String name, INDArray array) {
      inputs.put(name, array);
      return this;
    }

    /**
     * Adds what an input reads, as {@link JavaArrays#of} takes it.
     *
     * @param array such as {@code float[][]}, the first axis counting the samples
     * @throws DataException if it is no array of numbers, or its rows are not all as long
     */
    public Builder input(String name, Object array) {
      return input(name, converted(name, array));
    }

    /**
     * Adds what an output is to give, as {@link JavaArrays#of} takes it.
     *
     * @param array such as {@code float[][]}, or {@code int[]} for class numbers
     * @throws DataException if it is no array of numbers, or its rows are not all as long
     */
    public Builder label(String name, Object array) {
      return label(name, converted(name, array));
    }

    private static INDArray converted(String name, Object array) {
      try {
        return JavaArrays.of(array);
      } catch (DataException e) {
        throw new DataException(name + ": " + e.getMessage());
      }
    }

    /**
     * Adds what an output is to give: (samples, the output's shape); for sparse categorical
     * cross-entropy class numbers, without the output's last axis.
     */
    public Builder label(String name, INDArray array) {
      labels.put(name, array);
      return this;
    }

    /**
     * Adds how much each sample counts in the loss of all outputs, 0 or more: (samples), or, as for
     * the time steps of a sequence, (samples, all axes of the output but the last).
     */
    public Builder sampleWeights(INDArray weights) {
      return sampleWeights("", weights);
    }

    /** As {@link #sampleWeights(INDArray)}, in the loss of one output. */
    public Builder sampleWeights(String output, INDArray weights) {
      this.weights.put(output, weights);
      return this;
    }

    /** Adds how much each sample counts, as {@link Samples#weights} holds it. */
    public Builder sampleWeights(Map<String, INDArray> weights) {
      this.weights.putAll(weights);
      return this;
    }

    /** Adds how much each sample counts, of whichever outputs. */
    public Builder weighting(Weighting weighting) {
      return sampleWeights(weighting.byOutput());
    }

    /** The samples. */
    public Samples build() {
      return new Samples(this);
    }
  }
}
