package io.tenon.optimizer;

/** An optimizer at work on the weights of one model, with what it remembers of earlier steps. */
public interface Updater extends AutoCloseable {
  /** Changes all trainable weights, in one pass over their flat buffer. */
  void step();

  @Override
  void close();
}
