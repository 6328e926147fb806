package io.tenon.data;

import java.lang.ref.Reference;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.Map;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Pointer;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Copies samples, by index, into the buffers of a plan. The pointers are made once; a copy makes no
 * objects.
 */
public final class Batches {
  private final Copy[] copies;

  private Batches(Copy[] copies) {
    this.copies = copies;
  }

  /** What finds the buffer of a plan for an input or label by its name. */
  public interface Target {
    /** The buffer: (batch, ...), row-major. */
    INDArray buffer(String name);
  }

  /** Copies inputs only. */
  public static Batches ofInputs(CheckedSamples samples, Target inputs) {
    return new Batches(
        samples.inputs().entrySet().stream()
            .map(entry -> new Rows(entry.getValue(), inputs.buffer(entry.getKey())))
            .toArray(Copy[]::new));
  }

  /** Copies inputs, labels and how much each sample counts. */
  public static Batches of(CheckedSamples samples, Target inputs, Target labels, Target weights) {
    Copy[] copies = new Copy[samples.inputs().size() + 2 * samples.labels().size()];
    int i = 0;
    for (Map.Entry<String, INDArray> entry : samples.inputs().entrySet()) {
      copies[i++] = new Rows(entry.getValue(), inputs.buffer(entry.getKey()));
    }
    for (Map.Entry<String, INDArray> entry : samples.labels().entrySet()) {
      copies[i++] = new Rows(entry.getValue(), labels.buffer(entry.getKey()));
    }
    for (Map.Entry<String, INDArray> entry : samples.weights().entrySet()) {
      copies[i++] = ofWeights(entry.getValue(), weights.buffer(entry.getKey()));
    }
    return new Batches(copies);
  }

  private static Copy ofWeights(INDArray source, INDArray target) {
    boolean perSample = source.rank() == 1 && target.size(1) > 1;
    return perSample ? new Spread(source, target) : new Rows(source, target);
  }

  /** Copies the samples {@code order[from]} up to {@code order[from + count - 1]}. */
  public void copy(int[] order, int from, int count) {
    for (Copy copy : copies) {
      copy.gather(order, from, count);
    }
  }

  /** Copies {@code count} samples next to each other. */
  public void copy(int from, int count) {
    for (Copy copy : copies) {
      copy.range(from, count);
    }
  }

  /** Copies one array's samples into a buffer. */
  private interface Copy {
    void gather(int[] order, int from, int count);

    void range(int from, int count);
  }

  /** One number for each sample, which all rows of it take. */
  private static final class Spread implements Copy {
    private final INDArray sourceArray;
    private final INDArray targetArray;
    private final FloatBuffer source;
    private final FloatBuffer target;
    private final float[] row;

    Spread(INDArray source, INDArray target) {
      this.sourceArray = source;
      this.targetArray = target;
      this.source = NativeBuffers.floats(source);
      this.target = NativeBuffers.floats(target);
      this.row = new float[(int) target.size(1)];
    }

    @Override
    public void gather(int[] order, int from, int count) {
      for (int i = 0; i < count; i++) {
        put(i, order[from + i]);
      }
    }

    @Override
    public void range(int from, int count) {
      for (int i = 0; i < count; i++) {
        put(i, from + i);
      }
    }

    private void put(int place, int sample) {
      try {
        Arrays.fill(row, source.get(sample));
        target.put(place * row.length, row);
      } finally {
        Reference.reachabilityFence(sourceArray);
        Reference.reachabilityFence(targetArray);
      }
    }
  }

  /** Its pointers do not own the memory that they point to; the arrays do. */
  private static final class Rows implements Copy {
    private final INDArray sourceArray;
    private final INDArray targetArray;
    private final BytePointer source;
    private final BytePointer target;
    private final long row;

    Rows(INDArray source, INDArray target) {
      this.sourceArray = source;
      this.targetArray = target;
      this.source = bytes(source);
      this.target = bytes(target);
      this.row = source.length() / source.size(0) * source.data().getElementSize();
    }

    private static BytePointer bytes(INDArray array) {
      return new BytePointer(array.data().addressPointer());
    }

    @Override
    public void gather(int[] order, int from, int count) {
      try {
        for (int i = 0; i < count; i++) {
          Pointer.memcpy(target.position(i * row), source.position(order[from + i] * row), row);
        }
      } finally {
        Reference.reachabilityFence(sourceArray);
        Reference.reachabilityFence(targetArray);
      }
    }

    @Override
    public void range(int from, int count) {
      try {
        Pointer.memcpy(target.position(0), source.position(from * row), count * row);
      } finally {
        Reference.reachabilityFence(sourceArray);
        Reference.reachabilityFence(targetArray);
      }
    }
  }
}
