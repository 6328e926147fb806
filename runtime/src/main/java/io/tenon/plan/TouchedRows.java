package io.tenon.plan;

/**
 * Which rows of a weight's gradient may be other than 0, so that the next step need not clear all
 * of them. Shared by the plans that train the weight.
 */
public final class TouchedRows {
  private final long offset;
  private final int total;
  private final int width;
  private int[] rows = new int[0];
  private int count;

  /**
   * No rows yet.
   *
   * @param offset where the weight lies in the flat buffer
   * @param total how many rows it has
   * @param width how many elements each has
   */
  TouchedRows(long offset, int total, int width) {
    this.offset = offset;
    this.total = total;
    this.width = width;
  }

  /** Where the weight lies in the flat buffer, in elements. */
  public long offset() {
    return offset;
  }

  /** How many rows the weight has. */
  public int rows() {
    return total;
  }

  /** How many elements a row has. */
  public int width() {
    return width;
  }

  /** How many there are; a row may be among them more than once. */
  public int count() {
    return count;
  }

  /** One of them. */
  public int row(int index) {
    return rows[index];
  }

  /** Begins anew, for up to so many rows. */
  public void clear(int most) {
    if (rows.length < most) {
      rows = new int[most];
    }
    count = 0;
  }

  /** Adds a row. */
  public void add(int row) {
    rows[count++] = row;
  }
}
