package io.tenon.plan;

import org.jspecify.annotations.Nullable;

/**
 * Which rows of a table's gradient may be other than 0: the next step need not clear the others,
 * and an optimizer need not look at them. Shared by the plans that train the table.
 */
public final class TouchedRows {
  private final long offset;
  private final int tableRows;
  private final int width;
  private int[] rows = new int[0];
  private int count;
  private @Nullable Reading reading;

  /** What must be done before rows of the table are read. */
  @FunctionalInterface
  public interface Reading {
    /** Does it for the first so many of these rows; a row may be among them more than once. */
    void of(int[] rows, int count);
  }

  /**
   * No rows yet.
   *
   * @param offset where the table begins in the flat buffer of gradients, and in that of weights
   * @param tableRows how many rows it has
   */
  TouchedRows(long offset, int tableRows, int width) {
    this.offset = offset;
    this.tableRows = tableRows;
    this.width = width;
  }

  /** Where the table begins in the flat buffer of gradients, and in that of weights. */
  public long offset() {
    return offset;
  }

  /** How many rows the table has. */
  public int tableRows() {
    return tableRows;
  }

  /** How many columns the table has. */
  public int width() {
    return width;
  }

  /** How many rows are touched. */
  public int count() {
    return count;
  }

  /** One of them; none is among them twice. */
  public int row(int index) {
    return rows[index];
  }

  /** All of them, and what is beyond {@link #count}. */
  public int[] rows() {
    return rows;
  }

  /** Takes others in their place. */
  public void set(int[] touched, int number) {
    if (rows.length < number) {
      rows = new int[touched.length];
    }
    System.arraycopy(touched, 0, rows, 0, number);
    count = number;
  }

  /** Has something done before a training reads rows; null for nothing. */
  public void beforeReading(@Nullable Reading action) {
    reading = action;
  }

  /** Must be called before a training reads some of the table's rows. */
  public void beforeReading(int[] wanted, int number) {
    if (reading != null) {
      reading.of(wanted, number);
    }
  }
}
