package io.tenon.examples.passengers;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ForecastPassengersTest {
  @TempDir Path folder;

  @Test
  void forecastsBetterThanTheYearBefore() {
    Path curves = folder.resolve("curves.png");
    ForecastPassengers.Result result = ForecastPassengers.run(curves);
    assertThat(result.error()).isLessThan(5);
    assertThat(result.naiveError()).isGreaterThan(2 * result.error());
    assertThat(curves).isNotEmptyFile();
  }

  @Test
  void theSeriesIsWhole() {
    double[] passengers = Passengers.read();
    assertThat(passengers).hasSize(144);
    assertThat(DoubleStream.of(passengers).sum()).isEqualTo(40_363);
    assertThat(Passengers.month(143)).isEqualTo("1960-12");
  }
}
