package io.tenon.training;

import io.tenon.callback.Callback;
import io.tenon.data.DataException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The loop of one training: epochs, steps, validation, and who is told of them. */
final class TrainingLoop {
  private final Trainer trainer;
  private final RunningTraining running;
  private final List<? extends Callback> callbacks;
  private final Progress progress;

  TrainingLoop(
      Trainer trainer,
      RunningTraining running,
      List<? extends Callback> callbacks,
      Progress progress) {
    this.trainer = trainer;
    this.running = running;
    this.callbacks = callbacks;
    this.progress = progress;
  }

  History run(Function<RunningTraining, Feed> feeds, Optional<Validation> validation, Plans plans) {
    callbacks.forEach(callback -> callback.onTrainBegin(running));
    while (running.nextEpoch()) {
      Feed feed = feeds.apply(running);
      feed.skip(running.step());
      epoch(feed);
      if (!running.isWhole()) {
        break;
      }
      if (validation.isPresent() && running.validates()) {
        running.logValidation(validation.get().measure(trainer.evaluator, plans));
      }
      callbacks.forEach(callback -> callback.onEpochEnd(running));
      progress.endEpoch(running.epoch(), running.logs());
      running.remember();
    }
    trainer.updater.finish();
    callbacks.forEach(callback -> callback.onTrainEnd(running));
    return running.history();
  }

  private void epoch(Feed feed) {
    Scoreboard board = trainer.evaluator.board();
    running.measure(board);
    progress.beginEpoch(running.epoch(), feed.steps(), running.step());
    int step = running.step();
    if (step == 0) { // else the epoch began before a crash
      callbacks.forEach(callback -> callback.onEpochBegin(running));
    }
    while (!running.isStopped() && hasStep(feed, step)) {
      if (running.isStopped()) {
        break; // while it waited for data
      }
      double loss = feed.train(step, trainer.updater.steps());
      step++;
      if (!Double.isFinite(loss)) {
        refuse(loss, step, feed);
        return;
      }
      trainer.updater.step();
      trainer.constraints.apply();
      feed.pass().score(loss, board);
      progress.step(board);
      running.endStep(step);
      for (int i = 0; i < callbacks.size(); i++) {
        callbacks.get(i).onBatchEnd(running);
      }
    }
    if (step == 0 && !running.isStopped()) {
      throw new DataException("%s: the dataset gave no batches".formatted(trainer.graph.name()));
    }
    if (step > 0 && !hasStep(feed, step)) {
      trainer.epochsDone++;
      running.endEpoch();
    }
  }

  /** Throws, unless a callback ends the training for it. */
  private void refuse(double loss, int step, Feed feed) {
    callbacks.forEach(callback -> callback.onNonFiniteLoss(running, loss));
    if (!running.isStopped()) {
      throw new NonFiniteLossException(
          trainer.graph.name(),
          loss,
          running.epoch(),
          step,
          feed.pass().plan().firstNonFinite().orElse(""));
    }
  }

  /** An interrupt while data is waited for ends the training as one during a step does. */
  private boolean hasStep(Feed feed, int step) {
    try {
      return feed.hasStep(step);
    } catch (DataException e) {
      if (running.isStopped()) {
        return true;
      }
      throw e;
    }
  }
}
