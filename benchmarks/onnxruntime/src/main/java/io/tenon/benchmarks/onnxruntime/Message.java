package io.tenon.benchmarks.onnxruntime;

import com.google.protobuf.ByteString;
import com.google.protobuf.CodedOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** One message of ONNX's format, field by field; the numbers are those of {@code onnx.proto}. */
final class Message {
  private final ByteString.Output bytes = ByteString.newOutput();
  private final CodedOutputStream out = CodedOutputStream.newInstance(bytes);

  private interface Writing {
    void write(CodedOutputStream out) throws IOException;
  }

  private Message put(Writing writing) {
    try {
      writing.write(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return this;
  }

  Message text(int field, String value) {
    return put(out -> out.writeString(field, value));
  }

  Message number(int field, long value) {
    return put(out -> out.writeInt64(field, value));
  }

  Message bytes(int field, ByteString value) {
    return put(out -> out.writeBytes(field, value));
  }

  Message message(int field, Message value) {
    return bytes(field, value.bytes());
  }

  /** All fields so far. */
  ByteString bytes() {
    put(CodedOutputStream::flush);
    return bytes.toByteString();
  }
}
