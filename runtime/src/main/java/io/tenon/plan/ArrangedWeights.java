package io.tenon.plan;

import io.tenon.onednn.OneDnn;
import io.tenon.onednn.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.reorder;

/**
 * Weights in the layouts that operations like best, beside the flat buffer. All plans that predict
 * with a network share them, and they are made anew only after the weights have changed: to predict
 * one sample takes less time than to arrange the weights for it.
 */
final class ArrangedWeights {
  private final List<Arranged> all = new ArrayList<>();
  private final AtomicLong changes = new AtomicLong();

  /** Says that weights have been written to. */
  void changed() {
    changes.incrementAndGet();
  }

  /** A weight in a layout, for one more plan, until that closes it. */
  synchronized Arranged of(memory weight, memory.desc layout) {
    for (Arranged arranged : all) {
      if (arranged.is(weight, layout)) {
        arranged.users++;
        return arranged;
      }
    }
    Arranged arranged = new Arranged(weight, layout);
    all.add(arranged);
    return arranged;
  }

  /** One weight in one layout. */
  final class Arranged implements AutoCloseable {
    private final memory weight;
    private final memory values;
    private final Operation reorder;
    private int users = 1;
    private volatile long upTo = -1;

    private Arranged(memory weight, memory.desc layout) {
      this.weight = OneDnn.at(new memory.desc(weight.get_desc()), weight.get_data_handle());
      this.values = new memory(new memory.desc(layout), OneDnn.engine());
      this.reorder =
          new Operation(new reorder(this.weight, values))
              .with(dnnl.DNNL_ARG_FROM, this.weight)
              .with(dnnl.DNNL_ARG_TO, values);
    }

    private boolean is(memory other, memory.desc layout) {
      return weight.get_data_handle().address() == other.get_data_handle().address()
          && weight.get_desc().equals(other.get_desc())
          && values.get_desc().equals(layout);
    }

    /** Its values, as they were when last brought up to date. */
    memory values() {
      return values;
    }

    /** Arranges the weight again if it may have changed. */
    void bringUpToDate() {
      if (upTo != changes.get()) {
        synchronized (this) {
          long now = changes.get();
          if (upTo != now) {
            reorder.run();
            upTo = now;
          }
        }
      }
    }

    /** Frees it if no other plan has it. */
    @Override
    public void close() {
      synchronized (ArrangedWeights.this) {
        users--;
        if (users == 0) {
          all.remove(this);
          reorder.close();
          values.deallocate();
          weight.deallocate();
        }
      }
    }
  }
}
