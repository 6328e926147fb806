package example;

import io.tenon.Input;
import io.tenon.Sequential;
import io.tenon.Vector;

@Sequential
interface Short {
  @Input("10") Vector x();
}
