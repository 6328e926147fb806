package io.tenon.shape;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The size of one axis: a number, a name for a number known only at run time, or arithmetic of
 * both, such as {@code (time - 3) / 2 + 1}.
 *
 * <p>Kept as a polynomial in a normal form, so that two ways to the same size are equal: {@code
 * (time * 2) / 2} is {@code time}. Division rounds down. Immutable.
 */
public final class Axis {
  private static final List<Atom> CONSTANT = List.of();

  /** Factor by product of atoms; the empty product is the constant term. No factor is zero. */
  private final Map<Product, Long> terms;

  private Axis(Map<Product, Long> terms) {
    this.terms = terms;
  }

  /** An axis of a known size. */
  public static Axis of(long size) {
    TreeMap<Product, Long> terms = new TreeMap<>();
    if (size != 0) {
      terms.put(new Product(CONSTANT), size);
    }
    return new Axis(terms);
  }

  /** An axis whose size is known only at run time, the same wherever this name stands. */
  public static Axis named(String name) {
    return of(new Name(name));
  }

  private static Axis of(Atom atom) {
    TreeMap<Product, Long> terms = new TreeMap<>();
    terms.put(new Product(List.of(atom)), 1L);
    return new Axis(terms);
  }

  /** The size, if it is known. */
  public OptionalLong size() {
    if (terms.isEmpty()) {
      return OptionalLong.of(0);
    }
    Long constant = terms.get(new Product(CONSTANT));
    return terms.size() == 1 && constant != null ? OptionalLong.of(constant) : OptionalLong.empty();
  }

  /** Whether the size is known. */
  public boolean isKnown() {
    return size().isPresent();
  }

  /** The names in it, in alphabetical order. */
  public Set<String> names() {
    TreeSet<String> names = new TreeSet<>();
    for (Product product : terms.keySet()) {
      for (Atom atom : product.atoms()) {
        if (atom instanceof Name name) {
          names.add(name.name());
        } else if (atom instanceof Quotient quotient) {
          names.addAll(quotient.numerator().names());
        }
      }
    }
    return names;
  }

  /**
   * This axis plus another.
   *
   * @throws ArithmeticException if a factor exceeds 63 bits; so do the other operations
   */
  public Axis plus(Axis other) {
    TreeMap<Product, Long> sum = new TreeMap<>(terms);
    for (Map.Entry<Product, Long> term : other.terms.entrySet()) {
      add(sum, term.getKey(), term.getValue());
    }
    return new Axis(sum);
  }

  /** This axis plus a number. */
  public Axis plus(long number) {
    return plus(of(number));
  }

  /** This axis less another. */
  public Axis minus(Axis other) {
    return plus(other.times(-1));
  }

  /** This axis less a number. */
  public Axis minus(long number) {
    return plus(-number);
  }

  /** This axis times another. */
  public Axis times(Axis other) {
    TreeMap<Product, Long> result = new TreeMap<>();
    for (Map.Entry<Product, Long> left : terms.entrySet()) {
      for (Map.Entry<Product, Long> right : other.terms.entrySet()) {
        Product product = left.getKey().times(right.getKey());
        add(result, product, Math.multiplyExact(left.getValue(), right.getValue()));
      }
    }
    return new Axis(result);
  }

  /** This axis times a number. */
  public Axis times(long number) {
    return times(of(number));
  }

  /** This axis divided by a positive number, rounded down. */
  public Axis dividedBy(long divisor) {
    if (divisor <= 0) {
      throw new IllegalArgumentException("the divisor must be positive, found " + divisor);
    }
    if (divisor == 1) {
      return this;
    }
    TreeMap<Product, Long> whole = new TreeMap<>();
    TreeMap<Product, Long> rest = new TreeMap<>();
    for (Map.Entry<Product, Long> term : terms.entrySet()) {
      long factor = term.getValue();
      if (term.getKey().atoms().isEmpty()) {
        add(whole, term.getKey(), Math.floorDiv(factor, divisor));
        add(rest, term.getKey(), Math.floorMod(factor, divisor));
      } else if (factor % divisor == 0) {
        add(whole, term.getKey(), factor / divisor);
      } else {
        add(rest, term.getKey(), factor);
      }
    }
    Axis remainder = new Axis(rest);
    // What is left of the constant is smaller than the divisor: alone, it rounds down to nothing.
    return remainder.isKnown()
        ? new Axis(whole)
        : new Axis(whole).plus(of(remainder.quotient(divisor)));
  }

  /** floor(floor(x / a) + c) / b) is floor((x + c a) / (a b)): nested quotients become one. */
  private Quotient quotient(long divisor) {
    long constant = terms.getOrDefault(new Product(CONSTANT), 0L);
    List<Product> others = new ArrayList<>(terms.keySet());
    others.removeIf(product -> product.atoms().isEmpty());
    if (others.size() == 1
        && others.get(0).atoms().size() == 1
        && Long.valueOf(1).equals(terms.get(others.get(0)))
        && others.get(0).atoms().get(0) instanceof Quotient inner) {
      Axis numerator = inner.numerator().plus(Math.multiplyExact(constant, inner.divisor()));
      return new Quotient(numerator, Math.multiplyExact(inner.divisor(), divisor));
    }
    return new Quotient(this, divisor);
  }

  /** This axis divided by a positive number, rounded up. */
  public Axis dividedUpBy(long divisor) {
    return plus(divisor - 1).dividedBy(divisor);
  }

  /** Whether this is the same size as another: yes, no, or not known before run time. */
  public Match matches(Axis other) {
    OptionalLong difference = minus(other).size();
    if (difference.isEmpty()) {
      return Match.UNKNOWN;
    }
    return difference.getAsLong() == 0 ? Match.EQUAL : Match.DIFFERENT;
  }

  /** This axis with sizes in the place of names; a name without a size stays. */
  public Axis bind(Map<String, Long> sizes) {
    Axis result = of(0);
    for (Map.Entry<Product, Long> term : terms.entrySet()) {
      Axis product = of(term.getValue());
      for (Atom atom : term.getKey().atoms()) {
        product = product.times(atom.bind(sizes));
      }
      result = result.plus(product);
    }
    return result;
  }

  private static void add(Map<Product, Long> terms, Product product, long factor) {
    long sum = Math.addExact(terms.getOrDefault(product, 0L), factor);
    if (sum == 0) {
      terms.remove(product);
    } else {
      terms.put(product, sum);
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Axis axis && terms.equals(axis.terms);
  }

  @Override
  public int hashCode() {
    return terms.hashCode();
  }

  /** The axis as it would be written, such as {@code 28}, {@code time} or {@code time / 2 + 1}. */
  @Override
  public String toString() {
    if (terms.isEmpty()) {
      return "0";
    }
    StringBuilder text = new StringBuilder();
    for (Map.Entry<Product, Long> term : terms.entrySet()) {
      long factor = term.getValue();
      if (text.length() > 0) {
        text.append(factor < 0 ? " - " : " + ");
        factor = Math.abs(factor);
      }
      text.append(term.getKey().withFactor(factor));
    }
    return text.toString();
  }

  /** How two axes compare. */
  public enum Match {
    /** The same size, whatever the names stand for. */
    EQUAL,
    /** Never the same size. */
    DIFFERENT,
    /** It depends on the names. */
    UNKNOWN
  }

  private sealed interface Atom {
    Axis bind(Map<String, Long> sizes);
  }

  private record Name(String name) implements Atom {
    @Override
    public Axis bind(Map<String, Long> sizes) {
      Long size = sizes.get(name);
      return size == null ? named(name) : Axis.of(size);
    }

    @Override
    public String toString() {
      return name;
    }
  }

  private record Quotient(Axis numerator, long divisor) implements Atom {
    @Override
    public Axis bind(Map<String, Long> sizes) {
      return numerator.bind(sizes).dividedBy(divisor);
    }

    @Override
    public String toString() {
      String text = numerator.toString();
      return (text.contains(" ") ? "(" + text + ")" : text) + " / " + divisor;
    }
  }

  /** Atoms multiplied, in alphabetical order; the constant, which has none, comes last. */
  private record Product(List<Atom> atoms) implements Comparable<Product> {
    Product times(Product other) {
      if (atoms.isEmpty() || other.atoms.isEmpty()) {
        return atoms.isEmpty() ? other : this;
      }
      List<Atom> both = new ArrayList<>(atoms);
      both.addAll(other.atoms);
      both.sort((left, right) -> left.toString().compareTo(right.toString()));
      return new Product(List.copyOf(both));
    }

    String withFactor(long factor) {
      List<String> parts = new ArrayList<>();
      boolean alone = atoms.size() == 1 && factor == 1;
      if (atoms.isEmpty() || Math.abs(factor) != 1) {
        parts.add(Long.toString(factor));
      }
      for (Atom atom : atoms) {
        parts.add(atom instanceof Quotient && !alone ? "(" + atom + ")" : atom.toString());
      }
      String text = String.join(" * ", parts);
      return factor == -1 && !atoms.isEmpty() ? "-" + text : text;
    }

    @Override
    public int compareTo(Product other) {
      if (atoms.isEmpty() || other.atoms.isEmpty()) {
        return Boolean.compare(atoms.isEmpty(), other.atoms.isEmpty());
      }
      return atoms.toString().compareTo(other.atoms.toString());
    }
  }
}
