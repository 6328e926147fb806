package io.tenon.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ArenaLayoutTest {
  @Provide
  Arbitrary<List<Region>> regions() {
    Arbitrary<Integer> times = Arbitraries.integers().between(0, 12);
    return Combinators.combine(Arbitraries.longs().between(1, 5000), times, times)
        .as((bytes, one, other) -> new Region(bytes, Math.min(one, other), Math.max(one, other)))
        .list()
        .ofMinSize(1)
        .ofMaxSize(25);
  }

  @Property
  void regionsOfTheSameTimeNeverOverlap(@ForAll("regions") List<Region> regions) {
    long size = ArenaLayout.place(regions);
    for (Region region : regions) {
      assertThat(region.offset()).isNotNegative();
      assertThat(region.offset() % ArenaLayout.ALIGNMENT).isZero();
      assertThat(region.offset() + region.bytes()).isLessThanOrEqualTo(size);
      for (Region other : regions) {
        if (other != region && region.overlapsInTime(other)) {
          assertThat(region.overlapsInSpace(other)).isFalse();
        }
      }
    }
  }

  @Property
  void aChainNeedsNoMoreThanItsTwoWidest(@ForAll("regions") List<Region> regions) {
    long[] sizes = regions.stream().mapToLong(Region::bytes).toArray();
    List<Region> chain = new java.util.ArrayList<>();
    long widest = 0;
    for (int i = 0; i < sizes.length; i++) {
      chain.add(new Region(sizes[i], i, i + 1));
      long pair = ArenaLayout.align(sizes[i]) + (i > 0 ? ArenaLayout.align(sizes[i - 1]) : 0);
      widest = Math.max(widest, pair);
    }
    // Greedy placement may leave a gap between two of them; never more than a third is needed.
    assertThat(ArenaLayout.place(chain)).isLessThanOrEqualTo(widest * 3 / 2);
  }
}
