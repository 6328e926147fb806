package io.tenon.hdf5;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A folder in an HDF5 file: what it holds, by name, and its attributes, both in order of names. */
public final class HdfGroup implements HdfNode {
  private final Map<String, HdfNode> children = new TreeMap<>();
  private final Map<String, HdfAttribute> attributes = new TreeMap<>();

  /** An empty group. */
  public HdfGroup() {}

  /** What it holds. */
  public Map<String, HdfNode> children() {
    return children;
  }

  /** What is noted of it. */
  public Map<String, HdfAttribute> attributes() {
    return attributes;
  }

  /** What it holds under that name, if anything. */
  public @Nullable HdfNode child(String name) {
    return children.get(name);
  }

  /**
   * The group of that name, which is made if it is not there; a name with slashes leads through
   * several.
   *
   * @throws IllegalArgumentException if something else has the name
   */
  public HdfGroup group(String path) {
    HdfGroup place = this;
    for (String name : path.split("/", -1)) {
      if (!(place.children.computeIfAbsent(name, key -> new HdfGroup()) instanceof HdfGroup next)) {
        throw new IllegalArgumentException(path + " is a dataset, and no group");
      }
      place = next;
    }
    return place;
  }

  /** Puts a dataset; a name with slashes leads through groups, which are made. */
  public HdfGroup put(String path, HdfDataset dataset) {
    int slash = path.lastIndexOf('/');
    HdfGroup place = slash < 0 ? this : group(path.substring(0, slash));
    if (place.children.putIfAbsent(path.substring(slash + 1), dataset) != null) {
      throw new IllegalArgumentException("there are two of " + path);
    }
    return this;
  }

  /** Puts an attribute. */
  public HdfGroup put(String name, HdfAttribute attribute) {
    attributes.put(name, attribute);
    return this;
  }
}
