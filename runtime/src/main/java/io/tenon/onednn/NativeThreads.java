package io.tenon.onednn;

import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC;

import java.util.concurrent.locks.LockSupport;
import org.bytedeco.dnnl.eltwise_forward;
import org.bytedeco.dnnl.global.dnnl.algorithm;
import org.bytedeco.dnnl.global.dnnl.prop_kind;
import org.bytedeco.dnnl.memory;
import org.bytedeco.javacpp.FloatPointer;
import org.nd4j.nativeblas.NativeOps;
import org.nd4j.nativeblas.NativeOpsHolder;

/**
 * The threads of oneDNN, which are OpenMP's. ND4J sets how many there are for the calling thread,
 * since both libraries share one OpenMP runtime.
 */
public final class NativeThreads {
  private static final NativeOps OPENMP = NativeOpsHolder.getInstance().getDeviceNativeOps();
  private static final int SIZE = 1 << 16;

  private NativeThreads() {}

  /**
   * Has primitives that the calling thread makes or runs from now on use no other thread.
   *
   * @return how many they used before, for {@link #use}
   */
  public static int useOne() {
    int before = OPENMP.ompGetMaxThreads();
    if (before != 1) {
      OPENMP.setOmpNumThreads(1);
    }
    return before;
  }

  /** What runs a piece of work with primitives that use no other thread. */
  public static Runnable alone(Runnable work) {
    return () -> {
      int threads = useOne();
      try {
        work.run();
      } finally {
        use(threads);
      }
    };
  }

  /** Has primitives of the calling thread use so many threads. */
  public static void use(int count) {
    if (count != 1) {
      OPENMP.setOmpNumThreads(count);
    }
  }

  /**
   * Where {@link ShortWaits} came too late, OpenMP's threads would spin for milliseconds. GNU's
   * runtime lets them sleep after some microseconds once it has more threads than there are
   * processors. So there is another team of them, which never works again.
   */
  static void waitBriefly() {
    if (ShortWaits.arranged()) {
      return;
    }
    Thread owner = new Thread(NativeThreads::ownTeam, "tenon-openmp");
    owner.setDaemon(true);
    owner.start();
  }

  private static void ownTeam() {
    memory.desc layout = OneDnn.rows(1, SIZE);
    try (FloatPointer values = new FloatPointer(SIZE)) {
      memory both = OneDnn.at(layout, values);
      OneDnn.zero(both);
      eltwise_forward.primitive_desc description =
          new eltwise_forward.primitive_desc(
              OneDnn.engine(),
              prop_kind.forward_inference,
              algorithm.eltwise_relu,
              layout,
              layout,
              0,
              0);
      try (Operation operation = new Operation(new eltwise_forward(description))) {
        operation.with(DNNL_ARG_SRC, both).with(DNNL_ARG_DST, both).run();
      }
    }
    while (true) {
      LockSupport.park();
    }
  }
}
