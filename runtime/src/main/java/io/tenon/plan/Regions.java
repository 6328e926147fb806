package io.tenon.plan;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import org.bytedeco.dnnl.memory;
import org.jspecify.annotations.Nullable;

/** The regions that a plan is made of while it is made, and the memories that point to them. */
final class Regions {
  private final List<Region> regions = new ArrayList<>();
  private final IdentityHashMap<memory, Place> places = new IdentityHashMap<>();

  /** What lives as long as the plan. */
  final List<AutoCloseable> resources = new ArrayList<>();

  /** A region, some bytes from its beginning. */
  record Place(Region region, long offset) {}

  /** A new region, for some bytes that are needed between two times. */
  Region region(long bytes, int from, int to) {
    Region region = new Region(bytes, from, to);
    regions.add(region);
    return region;
  }

  /** Has a memory point to a region once that has a place. */
  memory attach(Region region, memory memory) {
    return attach(new Place(region, 0), memory);
  }

  memory attach(Place place, memory memory) {
    places.put(keep(memory), place);
    return place.region.attach(memory, place.offset);
  }

  /** Where a memory points to, if that is in the arena. */
  @Nullable Place placeOf(memory memory) {
    return places.get(memory);
  }

  /** Gives every region a place in one arena. */
  FloatArray lay() {
    FloatArray arena = new FloatArray(ArenaLayout.place(regions) / Float.BYTES);
    regions.forEach(region -> region.bind(arena.pointer()));
    return arena;
  }

  <T extends AutoCloseable> T keep(T resource) {
    resources.add(resource);
    return resource;
  }
}
