package example;

import io.tenon.Input;
import io.tenon.Sequential;
import io.tenon.Tokens;
import io.tenon.Vector;
import io.tenon.layer.Dense;

@Sequential
interface Words {
  @Input("8") Vector numbers();
  @Dense(units = 8) Tokens words();
}
