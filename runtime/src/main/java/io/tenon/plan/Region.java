package io.tenon.plan;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.dnnl.memory;
import org.bytedeco.javacpp.FloatPointer;

/** A stretch of a plan's arena, and when in a step it holds something that is still needed. */
final class Region {
  private long bytes;
  private int from;
  private int to;
  private long offset = -1;
  private final List<Tenant> tenants = new ArrayList<>();

  /** A memory that points here, some bytes from the beginning. */
  private record Tenant(memory memory, long offset) {}

  Region(long bytes, int from, int to) {
    this.bytes = bytes;
    this.from = from;
    this.to = to;
  }

  long bytes() {
    return bytes;
  }

  /** The place in the arena, in bytes; -1 before there is one. */
  long offset() {
    return offset;
  }

  void place(long offset) {
    this.offset = offset;
  }

  boolean overlapsInTime(Region other) {
    return from <= other.to && other.from <= to;
  }

  boolean overlapsInSpace(Region other) {
    return offset < other.offset + other.bytes && other.offset < offset + bytes;
  }

  /** Makes it last over other times too, and large enough. */
  void extend(long bytes, int from, int to) {
    this.bytes = Math.max(this.bytes, bytes);
    this.from = Math.min(this.from, from);
    this.to = Math.max(this.to, to);
  }

  /** Has a memory point here, some bytes from the beginning, once there is a place. */
  memory attach(memory memory, long offset) {
    tenants.add(new Tenant(memory, offset));
    return memory;
  }

  void bind(FloatPointer arena) {
    for (Tenant tenant : tenants) {
      long place = (offset + tenant.offset) / Float.BYTES;
      tenant.memory.set_data_handle(arena.getPointer(place));
    }
  }
}
