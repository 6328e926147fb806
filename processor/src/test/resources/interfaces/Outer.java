import static io.tenon.DataType.INT32;
import static io.tenon.Initializer.Kind.RANDOM_NORMAL;
import static io.tenon.Loss.MEAN_SQUARED_ERROR;
import static io.tenon.Metric.MEAN_ABSOLUTE_ERROR;

import io.tenon.Apply;
import io.tenon.From;
import io.tenon.Frozen;
import io.tenon.Image;
import io.tenon.Initializer;
import io.tenon.Input;
import io.tenon.Model;
import io.tenon.Output;
import io.tenon.Series;
import io.tenon.layer.Concatenate;
import io.tenon.layer.Dense;
import io.tenon.layer.Dropout;
import io.tenon.layer.Embedding;

@Model
interface Outer {
  @Input(value = "5 4", dtype = INT32)
  Series numbers();

  @Input("5 4")
  Series other();

  @Concatenate(axis = 1)
  Series doubled(Series other, @From("other") Series other2);

  @Frozen
  Middle middle();

  @Apply
  Series seen(Middle middle, Series doubled);

  @Output(loss = MEAN_SQUARED_ERROR, lossWeight = 0.25, metrics = MEAN_ABSOLUTE_ERROR)
  @Frozen
  @Dense(units = 20_000, kernelInitializer = @Initializer(value = RANDOM_NORMAL, stddev = 0.001))
  Series last(Series seen);

  @Output
  @Apply
  Series seenToo(Middle middle, Series other);

  @Output
  @Embedding(inputDim = 12_000, outputDim = 3)
  Image looked(Series numbers);
}

@Model
interface Middle {
  @Input("time 4")
  Series given();

  Inner inner();

  @Apply(output = "code")
  Series codes(Inner inner, Series given);

  @Apply(output = "steps")
  Series lessSteps(Inner inner, Series given);

  @Output
  @Concatenate
  Series both(Series codes, Series lessSteps);
}

@Model
interface Inner {
  @Input("time 4")
  Series first();

  @Output
  @Dropout(value = 0.5, noiseShape = {-1, 1, -1})
  Series steps(Series first);

  @Output
  @Dense(units = 3, kernelInitializer = @Initializer(value = RANDOM_NORMAL, stddev = 0.001))
  Series code(Series steps);
}
