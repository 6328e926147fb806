package io.tenon.hdf5;

/** A file is not HDF5, is damaged, or uses a part of the format that is not read. */
public final class HdfException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  /** A refusal in words. */
  public HdfException(String message) {
    super(message);
  }
}
