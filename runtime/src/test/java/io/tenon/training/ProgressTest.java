package io.tenon.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenon.dsl.Layers;
import io.tenon.graph.Graph;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProgressTest {
  private static String told(Verbosity verbosity) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    Graph graph =
        Graph.builder("Line").input("x", "1").layer("y", Layers.dense(1), "x").output("y").build();
    Scoreboard board = new Scoreboard(graph, Map.of(), Map.of());
    try (Progress progress = new Progress(verbosity, 3, out)) {
      progress.beginEpoch(2, 10, 0);
      for (int i = 0; i < 10; i++) {
        progress.step(board);
      }
      progress.endEpoch(2, Map.of("loss", 0.5));
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }

  @Test
  void linesAreOneForEachEpoch() {
    assertThat(told(Verbosity.LINES)).matches("epoch 2/3  loss 0\\.5000  \\d+\\.\\d s\\R");
  }

  @Test
  void progressMovesInOneLineAndLeavesTheEpochsLine() {
    String told = told(Verbosity.PROGRESS);
    assertThat(told).contains("\r").contains("epoch 2/3  loss 0.5000");
    assertThat(told.lines().filter(line -> line.contains("loss 0.5000")).count()).isPositive();
  }

  @Test
  void silenceIsSilent() {
    assertThat(told(Verbosity.SILENT)).isEmpty();
  }
}
