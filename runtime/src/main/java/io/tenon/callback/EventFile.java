package io.tenon.callback;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.CRC32C;
import org.nd4j.shade.protobuf.ByteString;
import org.nd4j.shade.protobuf.CodedOutputStream;
import org.nd4j.shade.protobuf.MessageLite;
import org.tensorflow.framework.GraphDef;
import org.tensorflow.framework.Summary;

/**
 * A file of TensorFlow's events: records of their length, its checksum, an {@code Event} message
 * and its checksum.
 */
final class EventFile implements Closeable {
  /** The numbers of an Event's fields; ND4J has the messages in it, but not the event itself. */
  private static final int WALL_TIME = 1;

  private static final int STEP = 2;
  private static final int FILE_VERSION = 3;
  private static final int GRAPH = 4;
  private static final int SUMMARY = 5;

  private static final AtomicInteger FILES = new AtomicInteger();

  private final OutputStream out;

  /** A new file in a folder, under the name that TensorBoard looks for. */
  EventFile(Path folder) throws IOException {
    Files.createDirectories(folder);
    String name =
        "events.out.tfevents.%d.tenon.%d.%d.v2"
            .formatted(
                System.currentTimeMillis() / 1000,
                ProcessHandle.current().pid(),
                FILES.getAndIncrement());
    Path file = folder.resolve(name);
    this.out = new BufferedOutputStream(Files.newOutputStream(file, StandardOpenOption.CREATE_NEW));
    write(0, event -> event.writeString(FILE_VERSION, "brain.Event:2"));
    out.flush();
  }

  void write(long step, Summary summary) throws IOException {
    write(step, event -> event.writeMessage(SUMMARY, summary));
  }

  void write(GraphDef graph) throws IOException {
    write(0, event -> event.writeBytes(GRAPH, bytes(graph)));
  }

  private static ByteString bytes(MessageLite message) {
    return message.toByteString();
  }

  /** What an event holds besides its time. */
  private interface Content {
    void writeTo(CodedOutputStream event) throws IOException;
  }

  private void write(long step, Content content) throws IOException {
    ByteString.Output bytes = ByteString.newOutput();
    CodedOutputStream event = CodedOutputStream.newInstance(bytes);
    event.writeDouble(WALL_TIME, System.currentTimeMillis() / 1e3);
    event.writeInt64(STEP, step);
    content.writeTo(event);
    event.flush();
    byte[] data = bytes.toByteString().toByteArray();
    byte[] length = littleEndian(Long.BYTES).putLong(data.length).array();
    out.write(length);
    out.write(littleEndian(Integer.BYTES).putInt(maskedSum(length)).array());
    out.write(data);
    out.write(littleEndian(Integer.BYTES).putInt(maskedSum(data)).array());
  }

  private static ByteBuffer littleEndian(int size) {
    return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
  }

  /** The checksum as TensorFlow stores it: rotated, and a constant added. */
  private static int maskedSum(byte[] bytes) {
    CRC32C sum = new CRC32C();
    sum.update(bytes);
    return Integer.rotateRight((int) sum.getValue(), 15) + 0xa282ead8;
  }

  void flush() throws IOException {
    out.flush();
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
