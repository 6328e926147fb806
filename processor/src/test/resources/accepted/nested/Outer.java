package example;

import static io.tenon.Loss.MEAN_SQUARED_ERROR;

import io.tenon.Input;
import io.tenon.Model;
import io.tenon.Output;
import io.tenon.Sequential;
import io.tenon.Vector;
import io.tenon.layer.Dense;

public class Outer {
  public interface Middle {
    @Sequential
    interface Digits {
      @Input("8") Vector pixels();
      @Dense(units = 1) Vector digit();
    }
  }
  @Model
  protected interface Same {
    @Output(loss = MEAN_SQUARED_ERROR) @Input("8") Vector pixels();
  }
}
