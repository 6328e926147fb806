package io.tenon.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Gives regions places in one arena, so that regions needed at the same time never share any of it.
 * Greedy, the largest first, each as low as it fits.
 */
final class ArenaLayout {
  /** A cache line, and what the widest vector loads like. */
  static final long ALIGNMENT = 64;

  private ArenaLayout() {}

  /** Places all regions and returns the size of the arena in bytes. */
  static long place(List<Region> regions) {
    List<Region> sorted = new ArrayList<>(regions);
    sorted.sort(Comparator.comparingLong(Region::bytes).reversed());
    List<Region> placed = new ArrayList<>();
    long size = 0;
    for (Region region : sorted) {
      region.place(lowest(region, placed));
      size = Math.max(size, region.offset() + region.bytes());
      placed.add(region);
    }
    return align(size);
  }

  private static long lowest(Region region, List<Region> placed) {
    List<Region> neighbours =
        placed.stream()
            .filter(region::overlapsInTime)
            .sorted(Comparator.comparingLong(Region::offset))
            .toList();
    long offset = 0;
    for (Region neighbour : neighbours) {
      if (offset + region.bytes() <= neighbour.offset()) {
        break;
      }
      offset = Math.max(offset, align(neighbour.offset() + neighbour.bytes()));
    }
    return offset;
  }

  static long align(long bytes) {
    return (bytes + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
  }
}
