package io.tenon.callback;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KilledTrainingTest {
  @TempDir Path folder;

  private Process start(String backup, String result) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            KilledTraining.class.getName(),
            folder.resolve(backup).toString(),
            folder.resolve(result).toString())
        .redirectErrorStream(true)
        .redirectOutput(new File(folder.toFile(), result + ".log"))
        .start();
  }

  @Test
  void aTrainingKilledAgainAndAgainEndsWithTheWeightsOfOneThatWasNot() throws Exception {
    killAndCompare(5);
  }

  @Test
  @Tag("slow")
  void alsoAfterManyMoreKills() throws Exception {
    killAndCompare(40);
  }

  private void killAndCompare(int wanted) throws Exception {
    assertThat(start("whole", "expected").waitFor()).isZero();
    Random random = new Random();
    int kills = 0;
    Path backup = folder.resolve("killed/training.backup");
    while (!Files.exists(folder.resolve("found"))) {
      Process process = start("killed", "found");
      if (kills < wanted) {
        waitForNewerThan(backup, process);
        if (!process.waitFor(random.nextInt(300), TimeUnit.MILLISECONDS)) {
          process.destroyForcibly().waitFor();
          kills++;
        }
      } else {
        assertThat(process.waitFor()).as(() -> log("found")).isZero();
      }
    }
    assertThat(kills).isGreaterThan(2);
    assertThat(folder.resolve("found")).hasSameTextualContentAs(folder.resolve("expected"));
  }

  private String log(String result) {
    try {
      return Files.readString(folder.resolve(result + ".log"));
    } catch (IOException e) {
      return e.toString();
    }
  }

  /** Waits until a process has written a backup, or ended. */
  private static void waitForNewerThan(Path backup, Process process) throws Exception {
    long before = Files.exists(backup) ? Files.getLastModifiedTime(backup).toMillis() : 0;
    while (process.isAlive()
        && !(Files.exists(backup) && Files.getLastModifiedTime(backup).toMillis() > before)) {
      Thread.sleep(5);
    }
  }
}
