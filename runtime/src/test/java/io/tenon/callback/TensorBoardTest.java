package io.tenon.callback;

import static io.tenon.ActivationFunction.TANH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import io.tenon.Loss;
import io.tenon.data.Samples;
import io.tenon.dsl.Layers;
import io.tenon.graph.Graph;
import io.tenon.network.Network;
import io.tenon.training.History;
import io.tenon.training.Verbosity;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.shade.protobuf.CodedInputStream;
import org.tensorflow.framework.GraphDef;
import org.tensorflow.framework.HistogramProto;
import org.tensorflow.framework.NodeDef;
import org.tensorflow.framework.Summary;

class TensorBoardTest {
  @TempDir Path folder;

  /** An event as read back; what it does not hold is empty. */
  private record Event(long step, String version, GraphDef graph, Summary summary) {}

  private static List<Event> events(Path folder) throws IOException {
    Path file;
    try (Stream<Path> files = Files.list(folder)) {
      file = files.toList().get(0);
    }
    assertThat(file.getFileName().toString()).startsWith("events.out.tfevents.");
    ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
    List<Event> events = new ArrayList<>();
    while (bytes.hasRemaining()) {
      byte[] length = checked(bytes, Long.BYTES);
      int size = (int) ByteBuffer.wrap(length).order(ByteOrder.LITTLE_ENDIAN).getLong();
      events.add(event(checked(bytes, size)));
    }
    return events;
  }

  private static byte[] checked(ByteBuffer from, int size) {
    byte[] bytes = new byte[size];
    from.get(bytes);
    CRC32C sum = new CRC32C();
    sum.update(bytes);
    int stored = Integer.rotateLeft(from.getInt() - 0xa282ead8, 15);
    assertThat(stored).isEqualTo((int) sum.getValue());
    return bytes;
  }

  private static Event event(byte[] bytes) throws IOException {
    CodedInputStream fields = CodedInputStream.newInstance(bytes);
    long step = 0;
    String version = "";
    GraphDef graph = GraphDef.getDefaultInstance();
    Summary summary = Summary.getDefaultInstance();
    for (int tag = fields.readTag(); tag != 0; tag = fields.readTag()) {
      switch (tag >>> 3) {
        case 1 -> fields.readDouble();
        case 2 -> step = fields.readInt64();
        case 3 -> version = fields.readString();
        case 4 -> graph = GraphDef.parseFrom(fields.readBytes());
        case 5 -> summary = Summary.parseFrom(fields.readBytes());
        default -> throw new AssertionError(tag);
      }
    }
    return new Event(step, version, graph, summary);
  }

  private History train() {
    Graph graph =
        Graph.builder("Line")
            .input("x", "1")
            .layer("hidden", Layers.dense(3).activation(TANH), "x")
            .layer("y", Layers.dense(1), "hidden")
            .output("y", Loss.MEAN_SQUARED_ERROR)
            .build();
    Samples samples =
        Samples.builder()
            .input("x", Nd4j.linspace(0, 1, 8).reshape(8, 1))
            .label("y", Nd4j.linspace(1, 2, 8).reshape(8, 1))
            .build();
    try (Network network = Network.builder(graph).seed(1).build()) {
      return network.fit(
          samples,
          fit ->
              fit.epochs(2)
                  .batchSize(3)
                  .validationSplit(0.25)
                  .verbose(Verbosity.SILENT)
                  .callbacks(new TensorBoard(folder).histogramFrequency(2).updateEverySteps(2)));
    }
  }

  @Test
  void writesCurvesTheGraphAndHistogramsThatReadBack() throws IOException {
    History history = train();
    List<Event> train = events(folder.resolve("train"));
    assertThat(train.get(0).version).isEqualTo("brain.Event:2");
    assertThat(train.get(1).graph.getNodeList())
        .extracting(NodeDef::getName, NodeDef::getOp, node -> List.copyOf(node.getInputList()))
        .containsExactly(
            tuple("x", "Placeholder", List.of()),
            tuple("hidden", "Dense", List.of("x")),
            tuple("y", "Dense", List.of("hidden")));
    assertThat(train.subList(2, train.size()))
        .extracting(
            event ->
                event.step
                    + " "
                    + event.summary.getValueList().stream().map(Summary.Value::getTag).toList())
        .containsExactly(
            "2 [batch_loss]",
            "0 [epoch_loss, epoch_learning_rate]",
            "0 [hidden/kernel/histogram, hidden/bias/histogram, y/kernel/histogram,"
                + " y/bias/histogram]",
            "4 [batch_loss]",
            "1 [epoch_loss, epoch_learning_rate]");
    assertThat(train.get(3).summary.getValue(0).getSimpleValue())
        .isEqualTo(history.values("loss").get(0).floatValue());
    List<Event> validation = events(folder.resolve("validation"));
    assertThat(validation.get(2).summary.getValue(0).getTag()).isEqualTo("epoch_loss");
    assertThat(validation.get(2).summary.getValue(0).getSimpleValue())
        .isEqualTo((float) history.last("val_loss"));
  }

  @Test
  void aHistogramCountsEveryFiniteValueOnce() {
    HistogramProto histogram =
        Summaries.histogram(new float[] {-1, -1, 0.5f, 2, Float.NaN, Float.POSITIVE_INFINITY});
    assertThat(histogram.getNum()).isEqualTo(4);
    assertThat(histogram.getMin()).isEqualTo(-1);
    assertThat(histogram.getMax()).isEqualTo(2);
    assertThat(histogram.getSum()).isEqualTo(0.5);
    assertThat(histogram.getSumSquares()).isEqualTo(6.25);
    assertThat(histogram.getBucketList().stream().mapToDouble(count -> count).sum()).isEqualTo(4);
    assertThat(histogram.getBucket(0)).isEqualTo(2);
    assertThat(histogram.getBucketLimit(29)).isCloseTo(2, within(1e-12));
    assertThat(Summaries.histogram(new float[] {3, 3}).getBucketList()).containsExactly(2.0);
    assertThat(Summaries.histogram(new float[] {Float.NaN}).getBucketCount()).isZero();
  }
}
