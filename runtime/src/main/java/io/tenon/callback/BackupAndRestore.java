package io.tenon.callback;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Makes a training survive a crash, as {@code keras.callbacks.BackupAndRestore}: what it needs to
 * go on is written after each epoch, or every so many steps, and read when the same training is
 * begun again: with the same weights, bit for bit, as if it had not been interrupted. The file is
 * deleted when training ends, but not if it was cancelled.
 *
 * <p>It comes after all other callbacks and keeps what they remember. Of an epoch that was
 * interrupted in the middle, training's own measures count the steps after; those of validation are
 * whole. States of stateful layers begin anew.
 */
public final class BackupAndRestore implements Callback {
  private static final String NAME = "training.backup";

  private final Path file;
  private int saveEverySteps;

  /**
   * Backs up to a folder.
   *
   * @param folder is made if it does not exist; one training at a time may use it
   */
  public BackupAndRestore(Path folder) {
    this.file = folder.resolve(NAME);
  }

  /**
   * Backs up every so many steps, besides after each epoch. Default never.
   *
   * @throws IllegalArgumentException if less than 1
   */
  public BackupAndRestore saveEverySteps(int steps) {
    this.saveEverySteps = Check.positive("saveEverySteps", steps);
    return this;
  }

  @Override
  public void onTrainBegin(Training training) {
    try {
      deleteUnfinished();
      if (Files.exists(file)) {
        CheckpointFile.read(file, training);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A process that was killed while it wrote has left a part of a file. */
  private void deleteUnfinished() throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (folder != null && Files.isDirectory(folder)) {
      try (DirectoryStream<Path> parts = Files.newDirectoryStream(folder, "." + NAME + "*.part")) {
        for (Path part : parts) {
          Files.deleteIfExists(part);
        }
      }
    }
  }

  @Override
  public void onBatchEnd(Training training) {
    if (saveEverySteps > 0 && training.totalSteps() % saveEverySteps == 0) {
      save(training);
    }
  }

  @Override
  public void onEpochEnd(Training training) {
    save(training);
  }

  private void save(Training training) {
    try {
      CheckpointFile.write(file, training);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether the others have changed what is to be kept is known after them. */
  @Override
  public boolean isLast() {
    return true;
  }

  @Override
  public void onTrainEnd(Training training) {
    if (training.isCancelled()) {
      return;
    }
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
