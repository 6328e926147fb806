package io.tenon.preprocessing.sequence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.tenon.golden.GoldenFiles;
import io.tenon.preprocessing.Batch;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Sequences, against Keras's. */
class SequenceGoldenTest {
  static List<JsonNode> padSequences() {
    return GoldenFiles.cases("preprocessing/pad_sequences.json");
  }

  @ParameterizedTest
  @MethodSource
  void padSequences(JsonNode which) {
    int[][] sequences =
        StreamSupport.stream(which.get("sequences").spliterator(), false)
            .map(SequenceGoldenTest::ints)
            .toArray(int[][]::new);
    INDArray padded =
        Sequences.padSequences(
            sequences,
            pad -> {
              pad.padding(side(which.get("padding"))).truncating(side(which.get("truncating")));
              pad.value(which.get("value").asDouble());
              if (!which.get("maxlen").isNull()) {
                pad.maxlen(which.get("maxlen").asInt());
              }
            });
    assertSame(padded, which.get("result"));
  }

  static List<JsonNode> timeseriesGenerator() {
    return GoldenFiles.cases("preprocessing/timeseries_generator.json");
  }

  @ParameterizedTest
  @MethodSource
  void timeseriesGenerator(JsonNode which) {
    JsonNode args = which.get("args");
    TimeseriesGenerator generator =
        TimeseriesGenerator.of(
            array(which.get("data")),
            array(which.get("targets")),
            args.get("length").asInt(),
            series -> {
              series.samplingRate(args.path("sampling_rate").asInt(1));
              series.stride(args.path("stride").asInt(1));
              series.startIndex(args.path("start_index").asInt(0));
              series.batchSize(args.path("batch_size").asInt(128));
              series.reverse(args.path("reverse").asBoolean(false));
              if (args.has("end_index")) {
                series.endIndex(args.get("end_index").asInt());
              }
            });
    assertThat(generator.size()).isEqualTo(which.get("length").asInt());
    int index = 0;
    for (JsonNode expected : which.get("batches")) {
      Batch batch = generator.get(index++);
      assertSame(batch.x(), expected.get("x"));
      assertSame(batch.y(), expected.get("y"));
    }
    assertThat(index).isEqualTo(generator.size());
  }

  static List<JsonNode> skipgrams() {
    return GoldenFiles.cases("preprocessing/skipgrams.json");
  }

  @ParameterizedTest
  @MethodSource
  void skipgrams(JsonNode which) {
    SkipGrams pairs =
        Sequences.skipgrams(
            ints(which.get("sequence")),
            which.get("vocabulary_size").asInt(),
            skip ->
                skip.windowSize(which.get("window_size").asInt())
                    .negativeSamples(which.get("negative_samples").asDouble())
                    .shuffle(false));
    int[][] couples =
        StreamSupport.stream(which.get("couples").spliterator(), false)
            .map(SequenceGoldenTest::ints)
            .toArray(int[][]::new);
    assertThat(pairs.couples().toIntMatrix()).isDeepEqualTo(couples);
    assertThat(pairs.labels().toIntVector()).isEqualTo(ints(which.get("labels")));
  }

  static List<JsonNode> makeSamplingTable() {
    return GoldenFiles.cases("preprocessing/make_sampling_table.json");
  }

  @ParameterizedTest
  @MethodSource
  void makeSamplingTable(JsonNode which) {
    INDArray table =
        Sequences.makeSamplingTable(
            which.get("size").asInt(), which.get("sampling_factor").asDouble());
    double[] expected =
        StreamSupport.stream(which.get("result").spliterator(), false)
            .mapToDouble(JsonNode::asDouble)
            .toArray();
    assertThat(table.toDoubleVector()).containsExactly(expected, within(1e-15));
  }

  private static Side side(JsonNode name) {
    return Side.valueOf(name.asText().toUpperCase(Locale.ROOT));
  }

  private static int[] ints(JsonNode numbers) {
    return IntStream.range(0, numbers.size()).map(i -> numbers.get(i).asInt()).toArray();
  }

  private static INDArray array(JsonNode array) {
    INDArray floats = GoldenFiles.array(array);
    return isInt(array) ? floats.castTo(DataType.INT32) : floats;
  }

  private static boolean isInt(JsonNode array) {
    return array.get("dtype").asText().equals("int32");
  }

  private static void assertSame(INDArray found, JsonNode expected) {
    assertThat(found.dataType()).isEqualTo(isInt(expected) ? DataType.INT32 : DataType.FLOAT);
    assertThat(found.shape()).isEqualTo(GoldenFiles.array(expected).shape());
    assertThat(found.dup('c').data().asFloat()).isEqualTo(GoldenFiles.floats(expected));
  }
}
