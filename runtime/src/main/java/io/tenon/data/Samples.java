package io.tenon.data;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Arrays by the names of a model's inputs and outputs; the first axis of each counts the samples.
 *
 * <pre>{@code
 * Samples.builder().input("image", images).label("digit", digits).build()
 * }</pre>
 */
public final class Samples {
  private final Map<String, INDArray> inputs;
  private final Map<String, INDArray> labels;

  private Samples(Builder builder) {
    this.inputs = Collections.unmodifiableMap(new LinkedHashMap<>(builder.inputs));
    this.labels = Collections.unmodifiableMap(new LinkedHashMap<>(builder.labels));
  }

  /** Begins with no arrays. */
  public static Builder builder() {
    return new Builder();
  }

  /** The arrays to read, by the names of inputs. */
  public Map<String, INDArray> inputs() {
    return inputs;
  }

  /** The arrays to learn, by the names of outputs. */
  public Map<String, INDArray> labels() {
    return labels;
  }

  /** Gathers {@link Samples}. */
  public static final class Builder {
    private final Map<String, INDArray> inputs = new LinkedHashMap<>();
    private final Map<String, INDArray> labels = new LinkedHashMap<>();

    private Builder() {}

    /** Adds what an input reads: (samples, the input's shape). */
    public Builder input(String name, INDArray array) {
      inputs.put(name, array);
      return this;
    }

    /**
     * Adds what an output is to give: (samples, the output's shape); for sparse categorical
     * cross-entropy class numbers, without the output's last axis.
     */
    public Builder label(String name, INDArray array) {
      labels.put(name, array);
      return this;
    }

    /** The samples. */
    public Samples build() {
      return new Samples(this);
    }
  }
}
