package io.tenon.problem;

import io.tenon.shape.RankType;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * What a layer refuses, said by the layer itself: a parameter of its own, or what it is given to
 * read. Whoever knows the model adds where the layer stands and how the shapes came about.
 */
public final class LayerException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private final Problem problem;
  private String member = "";
  private int input = -1;
  private String shape = "";
  private String arithmetic = "";
  private transient List<String> remedies = List.of();
  private transient @Nullable Insertion insertion;

  /** A refusal in words, without the layer's name. */
  public LayerException(Problem problem, String message) {
    super(message);
    this.problem = problem;
  }

  /** Points at a parameter of the layer. */
  public LayerException at(String member) {
    this.member = member;
    return this;
  }

  /** Points at what it points at in the nested annotation that is a parameter of the layer. */
  public LayerException within(String member) {
    this.member = this.member.isEmpty() ? member : member + "." + this.member;
    return this;
  }

  /** Points at one of the tensors that the layer reads. */
  public LayerException atInput(int index) {
    this.input = index;
    return this;
  }

  /** The shape that would come out, and how, for the last line of the path of shapes. */
  public LayerException result(String shape, String arithmetic) {
    this.shape = shape;
    this.arithmetic = arithmetic;
    return this;
  }

  /** Lines that tell how to mend it. */
  public LayerException remedy(String... lines) {
    this.remedies = List.of(lines);
    return this;
  }

  /** A layer that mends it if it stands between this one and the tensor at fault. */
  public LayerException insert(String verb, String layer, RankType gives, String name) {
    this.insertion = new Insertion(verb, layer, gives, name);
    return this;
  }

  /**
   * A layer to be put before another.
   *
   * @param verb what it does, such as {@code Flatten}
   * @param layer its annotation as code, such as {@code @Flatten}
   * @param gives the rank type of what it gives
   * @param name a name for what it gives
   */
  public record Insertion(String verb, String layer, RankType gives, String name) {}

  /** The layer that would mend it, if one would. */
  public Optional<Insertion> insertion() {
    return Optional.ofNullable(insertion);
  }

  /** What is wrong. */
  public Problem problem() {
    return problem;
  }

  /**
   * The parameter at fault, if one is; of a nested annotation, the names on the way to it, as in
   * {@code kernelInitializer.stddev}.
   */
  public Optional<String> member() {
    return member.isEmpty() ? Optional.empty() : Optional.of(member);
  }

  /** The index of the input at fault, if one is. */
  public OptionalInt input() {
    return input < 0 ? OptionalInt.empty() : OptionalInt.of(input);
  }

  /** The shape that would come out; empty if there is none to show. */
  public String shape() {
    return shape;
  }

  /** How that shape comes about. */
  public String arithmetic() {
    return arithmetic;
  }

  /** Lines that tell how to mend it. */
  public List<String> remedies() {
    return remedies;
  }
}
