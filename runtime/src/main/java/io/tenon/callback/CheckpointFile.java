package io.tenon.callback;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tenon.file.AtomicFile;
import io.tenon.file.ModelFileException;
import io.tenon.optimizer.UpdaterState;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.zip.CRC32C;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Where a training stands, as a file: all weights, what the optimizer and the callbacks remember,
 * seed, epoch, step and history. A line of JSON that describes the arrays, then their floats, then
 * a checksum of all.
 */
final class CheckpointFile {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int FORMAT = 2;

  private CheckpointFile() {}

  /** What stands before the arrays. */
  record Header(
      int format,
      String model,
      long seed,
      int epoch,
      int step,
      int epochsDone,
      long optimizerSteps,
      double learningRate,
      List<Map<String, Double>> history,
      Map<String, Remembered> callbacks,
      Map<String, long[]> weights,
      Map<String, Integer> memories) {}

  /** What a callback remembers, but for its arrays' values. */
  record Remembered(Map<String, Double> numbers, Map<String, long[]> arrays) {}

  /**
   * Writes a checkpoint, whole or not at all: a crash leaves the old one or the new one.
   *
   * @throws IOException if the file cannot be written
   */
  static void write(Path file, Training training) throws IOException {
    Training.Progress progress = training.progress();
    UpdaterState optimizer = progress.optimizer();
    Map<String, INDArray> weights = training.weights();
    Map<String, Remembered> callbacks = new LinkedHashMap<>();
    progress
        .callbacks()
        .forEach(
            (name, state) ->
                callbacks.put(name, new Remembered(state.numbers(), shapes(state.arrays()))));
    Map<String, Integer> lengths = new LinkedHashMap<>();
    optimizer.memories().forEach((name, values) -> lengths.put(name, values.length));
    byte[] header =
        JSON.writeValueAsBytes(
            new Header(
                FORMAT,
                training.graph().name(),
                progress.seed(),
                progress.epoch(),
                progress.step(),
                progress.epochsDone(),
                optimizer.steps(),
                optimizer.learningRate().orElse(-1),
                progress.history(),
                callbacks,
                shapes(weights),
                lengths));
    AtomicFile.write(
        file,
        out -> {
          CRC32C sum = new CRC32C();
          DataOutputStream data = new DataOutputStream(out);
          data.writeInt(header.length);
          write(data, header, sum);
          write(data, weights, sum);
          for (float[] memory : optimizer.memories().values()) {
            write(data, bytes(memory), sum);
          }
          for (Callback.State state : progress.callbacks().values()) {
            write(data, state.arrays(), sum);
          }
          data.writeLong(sum.getValue());
          data.flush();
        });
  }

  private static Map<String, long[]> shapes(Map<String, INDArray> arrays) {
    Map<String, long[]> shapes = new LinkedHashMap<>();
    arrays.forEach((name, array) -> shapes.put(name, array.shape()));
    return shapes;
  }

  private static void write(DataOutputStream out, Map<String, INDArray> arrays, CRC32C sum)
      throws IOException {
    for (INDArray array : arrays.values()) {
      write(out, bytes(array.dup('c').data().asFloat()), sum);
    }
  }

  private static void write(DataOutputStream out, byte[] bytes, CRC32C sum) throws IOException {
    sum.update(bytes);
    out.write(bytes);
  }

  private static byte[] bytes(float[] values) {
    ByteBuffer bytes = ByteBuffer.allocate(values.length * Float.BYTES);
    bytes.asFloatBuffer().put(values);
    return bytes.array();
  }

  /**
   * Puts a training where a checkpoint stands; changes nothing unless the file is whole.
   *
   * @throws ModelFileException if the file is damaged or another model's
   * @throws IOException if the file cannot be read
   */
  static void read(Path file, Training training) throws IOException {
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
      CRC32C sum = new CRC32C();
      int length = in.readInt();
      if (length < 0 || length > Files.size(file)) {
        throw damaged(file);
      }
      Header header = JSON.readValue(read(in, length, sum), Header.class);
      if (header.format != FORMAT) {
        throw new ModelFileException(
            "%s has format %d, expected %d".formatted(file, header.format, FORMAT));
      }
      requireSame(file, header, training);
      Map<String, INDArray> weights = arrays(in, header.weights, sum);
      Map<String, float[]> memories = new LinkedHashMap<>();
      for (Map.Entry<String, Integer> memory : header.memories.entrySet()) {
        memories.put(memory.getKey(), floats(read(in, memory.getValue() * Float.BYTES, sum)));
      }
      Map<String, Callback.State> callbacks = new LinkedHashMap<>();
      for (Map.Entry<String, Remembered> callback : header.callbacks.entrySet()) {
        Remembered remembered = callback.getValue();
        Map<String, INDArray> arrays = arrays(in, remembered.arrays, sum);
        callbacks.put(callback.getKey(), new Callback.State(remembered.numbers, arrays));
      }
      if (in.readLong() != sum.getValue()) {
        throw damaged(file);
      }
      OptionalDouble rate =
          header.learningRate < 0 ? OptionalDouble.empty() : OptionalDouble.of(header.learningRate);
      training.resume(
          new Training.Progress(
              header.seed,
              header.epoch,
              header.step,
              header.epochsDone,
              new UpdaterState(header.optimizerSteps, rate, memories),
              header.history,
              callbacks));
      training.setWeights(weights);
    } catch (EOFException | JacksonException e) {
      throw damaged(file);
    }
  }

  private static Map<String, INDArray> arrays(
      DataInputStream in, Map<String, long[]> shapes, CRC32C sum) throws IOException {
    Map<String, INDArray> arrays = new LinkedHashMap<>();
    for (Map.Entry<String, long[]> shape : shapes.entrySet()) {
      int count = Math.toIntExact(Arrays.stream(shape.getValue()).reduce(1, (a, b) -> a * b));
      float[] values = floats(read(in, count * Float.BYTES, sum));
      arrays.put(shape.getKey(), Nd4j.createFromArray(values).reshape('c', shape.getValue()));
    }
    return arrays;
  }

  private static void requireSame(Path file, Header header, Training training) {
    Map<String, INDArray> expected = training.weights();
    boolean same = expected.keySet().equals(header.weights.keySet());
    for (Map.Entry<String, INDArray> weight : expected.entrySet()) {
      same &= Arrays.equals(weight.getValue().shape(), header.weights.get(weight.getKey()));
    }
    if (!same) {
      throw new ModelFileException(
          "%s is a checkpoint of another %s than the %s to be trained; delete it to begin anew"
              .formatted(file, header.model, training.graph().name()));
    }
  }

  private static ModelFileException damaged(Path file) {
    return new ModelFileException(file + " is damaged; delete it to begin anew");
  }

  private static byte[] read(DataInputStream in, int count, CRC32C sum) throws IOException {
    byte[] bytes = in.readNBytes(count);
    if (bytes.length < count) {
      throw new EOFException();
    }
    sum.update(bytes);
    return bytes;
  }

  private static float[] floats(byte[] bytes) {
    float[] values = new float[bytes.length / Float.BYTES];
    ByteBuffer.wrap(bytes).asFloatBuffer().get(values);
    return values;
  }
}
