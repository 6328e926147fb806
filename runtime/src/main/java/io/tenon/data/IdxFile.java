package io.tenon.data;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * An array in the IDX format, that of MNIST, plain or packed with gzip.
 *
 * <pre>{@code
 * INDArray images = IdxFile.read(Path.of("train-images-idx3-ubyte.gz")).div(255);
 * INDArray digits = IdxFile.readIntegers(Path.of("train-labels-idx1-ubyte.gz"));
 * }</pre>
 */
public final class IdxFile {
  private IdxFile() {}

  /**
   * The array as float32, of the file's shape.
   *
   * @throws DataException if the file is not of the format, or damaged
   * @throws UncheckedIOException if it cannot be read
   */
  public static INDArray read(Path file) {
    return read(file, DataType.FLOAT);
  }

  /**
   * The array as int32, such as class numbers.
   *
   * @throws DataException if the file is not of the format, or damaged
   * @throws UncheckedIOException if it cannot be read
   */
  public static INDArray readIntegers(Path file) {
    return read(file, DataType.INT32);
  }

  private static INDArray read(Path file, DataType type) {
    try (InputStream bytes = PackedFile.open(file);
        DataInputStream in = new DataInputStream(bytes)) {
      int magic = in.readInt();
      int code = magic >> 8;
      int rank = magic & 0xff;
      int width = width(code);
      if (width == 0 || rank == 0) {
        throw new DataException(
            "%s is not an IDX file: it begins with %08x, expected 0000, a type and a rank"
                .formatted(file, magic));
      }
      long[] shape = new long[rank];
      long count = 1;
      for (int i = 0; i < rank; i++) {
        shape[i] = in.readInt();
        count = shape[i] < 1 ? -1 : Math.multiplyExact(count, shape[i]);
        if (count < 0 || count > Integer.MAX_VALUE / width) {
          throw new DataException(
              "%s has axes of %s, which is empty or too large"
                  .formatted(file, Arrays.toString(Arrays.copyOf(shape, i + 1))));
        }
      }
      byte[] values = in.readNBytes((int) count * width);
      if (values.length < count * width) {
        throw new EOFException();
      }
      return array(ByteBuffer.wrap(values), code, (int) count, type).reshape('c', shape);
    } catch (EOFException e) {
      throw new DataException(file + " ends before its array does; it is damaged");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The bytes of a number of a type; 0 if there is no such type. */
  private static int width(int code) {
    return switch (code) {
      case 0x08, 0x09 -> 1;
      case 0x0B -> 2;
      case 0x0C, 0x0D -> 4;
      case 0x0E -> 8;
      default -> 0;
    };
  }

  private static INDArray array(ByteBuffer bytes, int code, int count, DataType type) {
    if (type == DataType.INT32) {
      int[] values = new int[count];
      for (int i = 0; i < count; i++) {
        values[i] = (int) next(bytes, code);
      }
      return Nd4j.createFromArray(values);
    }
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = (float) next(bytes, code);
    }
    return Nd4j.createFromArray(values);
  }

  private static double next(ByteBuffer bytes, int code) {
    return switch (code) {
      case 0x08 -> Byte.toUnsignedInt(bytes.get());
      case 0x09 -> bytes.get();
      case 0x0B -> bytes.getShort();
      case 0x0C -> bytes.getInt();
      case 0x0D -> bytes.getFloat();
      default -> bytes.getDouble();
    };
  }
}
