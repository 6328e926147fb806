package layers;

/** A nested annotation without a factory. */
public @interface Penalty {
  Kind value();

  double rate() default 0.01;

  record Spec(Kind kind, double rate) {}
}
