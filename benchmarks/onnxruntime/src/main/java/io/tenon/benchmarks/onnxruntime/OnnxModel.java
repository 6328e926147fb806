package io.tenon.benchmarks.onnxruntime;

import com.google.protobuf.ByteString;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/** A model in ONNX's format, as it is put together: nodes in order, each after what it reads. */
final class OnnxModel {
  /** Types of a tensor's numbers. */
  static final int FLOAT = 1;

  static final int INT32 = 6;
  static final int INT64 = 7;

  private static final int IR_VERSION = 8;
  private static final int OPERATORS = 17;
  private static final int ATTRIBUTE_INT = 2;
  private static final int ATTRIBUTE_INTS = 7;

  private final Message graph = new Message().text(2, "model");

  /** The first axis, the batch, is open. */
  private static Message valueInfo(String name, int type, long... sizes) {
    Message shape = new Message().message(1, new Message().text(2, "batch"));
    for (long size : sizes) {
      shape.message(1, new Message().number(1, size));
    }
    Message tensor = new Message().number(1, type).message(2, shape);
    return new Message().text(1, name).message(2, new Message().message(1, tensor));
  }

  OnnxModel input(String name, int type, long... sizes) {
    graph.message(11, valueInfo(name, type, sizes));
    return this;
  }

  OnnxModel output(String name, long... sizes) {
    graph.message(12, valueInfo(name, FLOAT, sizes));
    return this;
  }

  OnnxModel weight(String name, float[] values, long... sizes) {
    ByteBuffer bytes = ByteBuffer.allocate(values.length * Float.BYTES);
    bytes.order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().put(values);
    return tensor(name, FLOAT, bytes, sizes);
  }

  OnnxModel indices(String name, long... values) {
    ByteBuffer bytes = ByteBuffer.allocate(values.length * Long.BYTES);
    bytes.order(ByteOrder.LITTLE_ENDIAN).asLongBuffer().put(values);
    return tensor(name, INT64, bytes, values.length);
  }

  private OnnxModel tensor(String name, int type, ByteBuffer bytes, long... sizes) {
    Message tensor = new Message();
    for (long size : sizes) {
      tensor.number(1, size);
    }
    graph.message(5, tensor.number(2, type).text(8, name).bytes(9, ByteString.copyFrom(bytes)));
    return this;
  }

  /** A node that gives one tensor. */
  OnnxModel node(String operator, List<String> inputs, String output, Attribute... attributes) {
    return node(operator, inputs, List.of(output), attributes);
  }

  OnnxModel node(
      String operator, List<String> inputs, List<String> outputs, Attribute... attributes) {
    Message node = new Message();
    inputs.forEach(input -> node.text(1, input));
    outputs.forEach(output -> node.text(2, output));
    node.text(4, operator);
    for (Attribute attribute : attributes) {
      node.message(5, attribute.message());
    }
    graph.message(1, node);
    return this;
  }

  /** A whole number or several. */
  record Attribute(String name, boolean isList, List<Long> values) {
    static Attribute of(String name, long value) {
      return new Attribute(name, false, List.of(value));
    }

    static Attribute list(String name, Long... values) {
      return new Attribute(name, true, List.of(values));
    }

    private Message message() {
      Message message = new Message().text(1, name);
      values.forEach(value -> message.number(isList ? 8 : 3, value));
      return message.number(20, isList ? ATTRIBUTE_INTS : ATTRIBUTE_INT);
    }
  }

  /** The whole, as a file would hold it. */
  byte[] toBytes() {
    Message operators = new Message().text(1, "").number(2, OPERATORS);
    return new Message()
        .number(1, IR_VERSION)
        .message(8, operators)
        .message(7, graph)
        .bytes()
        .toByteArray();
  }
}
