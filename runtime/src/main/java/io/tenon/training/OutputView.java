package io.tenon.training;

import io.tenon.metric.Observations;
import java.nio.Buffer;
import java.nio.FloatBuffer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.IntPointer;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** An output's predictions and labels in a plan's buffers, as metrics read them. */
final class OutputView {
  private OutputView() {}

  static Observations of(INDArray output, INDArray labels, @Nullable INDArray mask) {
    int width = (int) output.size(-1);
    int rows = (int) (output.length() / width);
    Buffer expected = labels.dataType() == DataType.INT32 ? ints(labels) : floats(labels);
    FloatBuffer counts = mask == null ? null : floats(mask);
    return new Observations(floats(output), expected, null, counts, rows, width);
  }

  private static FloatBuffer floats(INDArray array) {
    return new FloatPointer(array.data().addressPointer()).capacity(array.length()).asBuffer();
  }

  private static Buffer ints(INDArray array) {
    return new IntPointer(array.data().addressPointer()).capacity(array.length()).asBuffer();
  }
}
