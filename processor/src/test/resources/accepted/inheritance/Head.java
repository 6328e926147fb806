package example;

import static io.tenon.Loss.MEAN_SQUARED_ERROR;

import io.tenon.From;
import io.tenon.Image;
import io.tenon.Model;
import io.tenon.Output;
import io.tenon.Vector;
import io.tenon.layer.Concatenate;
import io.tenon.layer.Dense;

@Model
abstract class Head implements Backbone<Image, Vector> {
  @Override @Dense(units = 4) public abstract Vector replaced(Vector features);
  @Override public Vector dropped(Vector features) { return features; }
  @Output(loss = MEAN_SQUARED_ERROR) @Dense(units = 2) abstract Vector result(Vector replaced);
  @Output @Concatenate abstract Vector twice(Vector result, @From("result") Vector again);
}
