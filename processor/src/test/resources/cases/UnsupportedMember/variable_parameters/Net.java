package example;

import io.tenon.Input;
import io.tenon.Model;
import io.tenon.Output;
import io.tenon.Vector;
import io.tenon.layer.Concatenate;

@Model interface Net {
  @Input("4") Vector x();
  @Input("4") Vector z();
  @Output @Concatenate Vector y(Vector... x);
}
