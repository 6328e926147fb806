package io.tenon.onednn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.factory.Nd4j;

/** A process of its own, since a process loads OpenMP once. */
class ShortWaitsTest {

  /** What a user's program does: arrays first, networks later; then a process of its own. */
  static final class ArraysFirst {
    private ArraysFirst() {}

    public static void main(String[] arguments) throws Exception {
      Nd4j.ones(2, 2);
      System.out.println("arranged " + ShortWaits.arranged());
      System.out.println("places told " + LibraryPlaces.arranged());
      System.out.println("no engine " + OneDnn.engine().isNull());
      Process child = new ProcessBuilder("env").start();
      String environment =
          new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      System.out.println("child has it " + environment.contains("GOMP_SPINCOUNT"));
    }
  }

  @Test
  void comesInTimeWhereArraysAreMadeFirst() throws Exception {
    assumeTrue(System.getProperty("os.name").equals("Linux"), "OpenMP is GNU's on Linux alone");

    boolean pausesLong = System.getProperty("os.arch").equals("amd64");

    String said = run(Map.of());

    assertThat(said)
        .contains("GOMP_SPINCOUNT = '%d'".formatted(pausesLong ? 2000 : 10000))
        .contains("arranged true")
        .contains("places told true")
        .contains("child has it false");
  }

  @Test
  void leavesWhatAUserHasSet() throws Exception {
    assumeTrue(System.getProperty("os.name").equals("Linux"), "OpenMP is GNU's on Linux alone");

    String said = run(Map.of("GOMP_SPINCOUNT", "77"));

    assertThat(said).contains("GOMP_SPINCOUNT = '77'").contains("arranged true");
  }

  private static String run(Map<String, String> environment) throws Exception {
    ProcessBuilder builder =
        new ProcessBuilder(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                ArraysFirst.class.getName()));
    builder.environment().keySet().removeAll(List.of("OMP_WAIT_POLICY", "GOMP_SPINCOUNT"));
    builder.environment().put("OMP_DISPLAY_ENV", "verbose");
    builder.environment().putAll(environment);
    builder.redirectErrorStream(true);
    Process process = builder.start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
    return said;
  }
}
