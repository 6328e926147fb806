package io.tenon.network;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CallersTest {

  @Test
  void oneThatMeetsAnotherWorksAloneAndForAWhileAfter() throws Exception {
    Thread.sleep(50);

    boolean first = Callers.enter();
    boolean second = Callers.enter();
    Callers.leave();
    Callers.leave();
    boolean soonAfter = Callers.enter();
    Callers.leave();
    Thread.sleep(50);
    boolean later = Callers.enter();
    Callers.leave();

    assertThat(first).isFalse();
    assertThat(second).isTrue();
    assertThat(soonAfter).isTrue();
    assertThat(later).isFalse();
  }
}
