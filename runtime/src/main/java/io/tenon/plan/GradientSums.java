package io.tenon.plan;

import static java.util.Objects.requireNonNull;

import io.tenon.onednn.OneDnn;
import io.tenon.onednn.Operation;
import io.tenon.onednn.Sums;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bytedeco.dnnl.memory;

/** Where gradients of one tensor or weight come from several places, and are added up. */
final class GradientSums {
  private final Regions regions;
  private final Lifetimes times;
  private final Map<Slot, Operation> before = new HashMap<>();
  private final Map<Slot, List<Operation>> after = new HashMap<>();

  GradientSums(Regions regions, Lifetimes times) {
    this.regions = regions;
    this.times = times;
  }

  /** Where the loss of an output, or a penalty, puts its gradient. */
  memory ofLoss(Slot slot) {
    memory.desc layout = requireNonNull(slot.layout);
    if (slot.readers > 1) {
      Region part = regions.region(layout.get_size(), times.losses(), times.backward(slot));
      memory gradient = regions.attach(part, OneDnn.unbound(layout));
      slot.parts.add(gradient);
      return gradient;
    }
    if (slot.gradient == null) {
      slot.gradient = regions.region(layout.get_size(), times.losses(), times.backward(slot));
    }
    return regions.attach(slot.gradient, OneDnn.unbound(layout));
  }

  /** Adds up what several readers gave, before a node's backward half. */
  void add(Slot slot) {
    if (!slot.parts.isEmpty()) {
      memory.desc layout = requireNonNull(slot.layout);
      if (slot.gradient == null) {
        slot.gradient =
            regions.region(layout.get_size(), times.firstGradient(slot), times.backward(slot));
      }
      memory total = regions.attach(slot.gradient, OneDnn.unbound(layout));
      before.put(slot, regions.keep(Sums.of(slot.parts, total)));
    }
  }

  /** Adds a part to a total, after a node's backward half. */
  void addAfterBackward(Slot slot, memory total, memory part) {
    after
        .computeIfAbsent(slot, unused -> new ArrayList<>())
        .add(regions.keep(Sums.of(List.of(total, part), total)));
  }

  /** What must run before a node's backward half. */
  List<Operation> before(Slot slot) {
    Operation sum = before.get(slot);
    return sum == null ? List.of() : List.of(sum);
  }

  /** What must run after a node's backward half. */
  List<Operation> after(Slot slot) {
    return after.getOrDefault(slot, List.of());
  }
}
