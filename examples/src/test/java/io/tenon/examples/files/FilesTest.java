package io.tenon.examples.files;

import static io.tenon.optimizer.Optimizers.adam;
import static org.assertj.core.api.Assertions.assertThat;

import io.tenon.examples.digits.DigitsCnnModel;
import io.tenon.file.KerasFile;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FilesTest {
  @TempDir private Path folder;
  private Path saved;
  private final ByteArrayOutputStream text = new ByteArrayOutputStream();
  private final PrintStream print = new PrintStream(text, true, StandardCharsets.UTF_8);

  @BeforeEach
  void save() {
    saved = folder.resolve("digits.keras");
    try (DigitsCnnModel model = DigitsCnnModel.builder().optimizer(adam(0.01)).seed(1).build()) {
      model.save(saved);
    }
  }

  private String printed() {
    return text.toString(StandardCharsets.UTF_8);
  }

  @Test
  void inspectTellsWhatIsInAModel() {
    assertThat(Inspect.run(print, print, saved.toString())).isZero();
    assertThat(printed()).contains("edges", "Conv2D", "optimizer", "Adam", "loss");
  }

  @Test
  void convertWritesWhatTheNameAsksFor() {
    for (String name : new String[] {"a.h5", "a.weights.h5", "a.json", "a.keras"}) {
      Path out = folder.resolve(name);
      assertThat(Convert.run(print, saved.toString(), out.toString())).as(printed()).isZero();
      try (KerasFile file = KerasFile.open(out)) {
        assertThat(file.hasArchitecture()).isEqualTo(!name.contains("weights"));
        assertThat(file.hasWeights()).isEqualTo(!name.endsWith(".json"));
      }
    }
  }

  @Test
  void anArchitectureAndItsWeightsBecomeOne() {
    Path json = folder.resolve("a.json");
    Path weights = folder.resolve("a.weights.h5");
    Path whole = folder.resolve("b.keras");
    Convert.run(print, saved.toString(), json.toString());
    Convert.run(print, saved.toString(), weights.toString());

    assertThat(Convert.run(print, json.toString(), weights.toString(), whole.toString()))
        .as(printed())
        .isZero();
    try (DigitsCnnModel one = DigitsCnnModel.load(saved);
        DigitsCnnModel other = DigitsCnnModel.load(whole)) {
      assertThat(other.edges().weights()).isEqualTo(one.edges().weights());
    }
  }

  @Test
  void weightsAloneAreListed() {
    Path weights = folder.resolve("a.weights.h5");
    Convert.run(print, saved.toString(), weights.toString());

    assertThat(Inspect.run(print, print, weights.toString())).isZero();
    assertThat(printed()).contains("layers/conv2d/vars/0  [3, 3, 1, 32]");
  }

  @Test
  void whatIsWrongIsSaid() throws Exception {
    assertThat(Inspect.run(print, print)).isEqualTo(2);
    assertThat(Convert.run(print, "a")).isEqualTo(2);
    assertThat(Convert.run(print, saved.toString(), "a.onnx")).isEqualTo(2);
    Path text = Files.writeString(folder.resolve("text.keras"), "not a model");
    assertThat(Inspect.run(print, print, text.toString())).isEqualTo(1);
    assertThat(printed())
        .contains(
            "usage: inspect FILE", "usage: convert IN [WEIGHTS] OUT", "a.onnx: a model's file")
        .contains(text + ": this is no JSON");
  }
}
