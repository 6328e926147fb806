package io.tenon.optimizer;

/**
 * The optimizers, with Keras's defaults; each can be varied by its {@code with} methods.
 *
 * <p>Every method refuses a learning rate that is not positive, with an {@link
 * IllegalArgumentException}.
 */
public final class Optimizers {
  private static final double EPSILON = 1e-7;

  private Optimizers() {}

  /** Adam with a learning rate of 0.001. Kingma and Ba, 2014. */
  public static Adam adam() {
    return adam(0.001);
  }

  /** Adam. */
  public static Adam adam(double learningRate) {
    return new Adam(UpdateOptions.of(learningRate), 0.9, 0.999, EPSILON, false);
  }

  /** Adam with a learning rate of 0.001 and a weight decay of 0.004. */
  public static AdamW adamW() {
    return adamW(0.001);
  }

  /** Adam with a weight decay of 0.004. Loshchilov and Hutter, 2017. */
  public static AdamW adamW(double learningRate) {
    return new AdamW(UpdateOptions.of(learningRate), 0.9, 0.999, EPSILON, false)
        .withWeightDecay(0.004);
  }

  /** Gradient descent with a learning rate of 0.01. */
  public static Sgd sgd() {
    return sgd(0.01);
  }

  /** Gradient descent. */
  public static Sgd sgd(double learningRate) {
    return sgd(learningRate, 0);
  }

  /** Gradient descent with momentum. */
  public static Sgd sgd(double learningRate, double momentum) {
    return new Sgd(UpdateOptions.of(learningRate), momentum, false);
  }

  /** RMSprop with a learning rate of 0.001. */
  public static RMSprop rmsprop() {
    return rmsprop(0.001);
  }

  /** RMSprop. Hinton, 2012. */
  public static RMSprop rmsprop(double learningRate) {
    return new RMSprop(UpdateOptions.of(learningRate), 0.9, 0, EPSILON, false);
  }

  /** Adamax with a learning rate of 0.001. */
  public static Adamax adamax() {
    return adamax(0.001);
  }

  /** Adamax. Kingma and Ba, 2014. */
  public static Adamax adamax(double learningRate) {
    return new Adamax(UpdateOptions.of(learningRate), 0.9, 0.999, EPSILON);
  }

  /** Nadam with a learning rate of 0.001. */
  public static Nadam nadam() {
    return nadam(0.001);
  }

  /** Nadam. Dozat, 2015. */
  public static Nadam nadam(double learningRate) {
    return new Nadam(UpdateOptions.of(learningRate), 0.9, 0.999, EPSILON);
  }

  /** Adagrad with a learning rate of 0.001. */
  public static Adagrad adagrad() {
    return adagrad(0.001);
  }

  /** Adagrad. Duchi, Hazan and Singer, 2011. */
  public static Adagrad adagrad(double learningRate) {
    return new Adagrad(UpdateOptions.of(learningRate), 0.1, EPSILON);
  }

  /** Adadelta with a learning rate of 0.001. */
  public static Adadelta adadelta() {
    return adadelta(0.001);
  }

  /** Adadelta; its inventor's learning rate is 1. Zeiler, 2012. */
  public static Adadelta adadelta(double learningRate) {
    return new Adadelta(UpdateOptions.of(learningRate), 0.95, EPSILON);
  }

  /** Ftrl with a learning rate of 0.001. */
  public static Ftrl ftrl() {
    return ftrl(0.001);
  }

  /** Ftrl. McMahan et al., 2013. */
  public static Ftrl ftrl(double learningRate) {
    return new Ftrl(UpdateOptions.of(learningRate), -0.5, 0.1, 0, 0, 0, 0);
  }

  /** Lion with a learning rate of 0.001. */
  public static Lion lion() {
    return lion(0.001);
  }

  /** Lion. Chen et al., 2023. */
  public static Lion lion(double learningRate) {
    return new Lion(UpdateOptions.of(learningRate), 0.9, 0.99);
  }
}
